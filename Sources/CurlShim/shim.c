#include "CurlShim.h"

// libcurl's own, found by curlshim_load.
extern __typeof__(curl_url_get) *curlshim_found_url_get;
extern __typeof__(curl_easy_setopt) *curlshim_easy_setopt;
extern __typeof__(curl_easy_getinfo) *curlshim_easy_getinfo;
extern __typeof__(curl_multi_setopt) *curlshim_multi_setopt;

CURLcode curlshim_set_long(CURL *easy, CURLoption option, long value) {
    return curlshim_easy_setopt(easy, option, value);
}

CURLcode curlshim_set_offset(CURL *easy, CURLoption option, curl_off_t value) {
    return curlshim_easy_setopt(easy, option, value);
}

CURLcode curlshim_set_string(CURL *easy, CURLoption option, const char *value) {
    return curlshim_easy_setopt(easy, option, value);
}

CURLcode curlshim_set_pointer(CURL *easy, CURLoption option, void *value) {
    return curlshim_easy_setopt(easy, option, value);
}

CURLcode curlshim_set_list(CURL *easy, CURLoption option, struct curl_slist *value) {
    return curlshim_easy_setopt(easy, option, value);
}

CURLcode curlshim_set_data_callback(CURL *easy, CURLoption option, curl_write_callback callback) {
    return curlshim_easy_setopt(easy, option, callback);
}

CURLcode curlshim_set_socket_callback(CURL *easy, curl_sockopt_callback callback) {
    return curlshim_easy_setopt(easy, CURLOPT_SOCKOPTFUNCTION, callback);
}

CURLcode curlshim_set_prereq_callback(CURL *easy, curl_prereq_callback callback) {
    return curlshim_easy_setopt(easy, CURLOPT_PREREQFUNCTION, callback);
}

CURLcode curlshim_get_long(CURL *easy, CURLINFO info, long *value) {
    return curlshim_easy_getinfo(easy, info, value);
}

CURLcode curlshim_get_offset(CURL *easy, CURLINFO info, curl_off_t *value) {
    return curlshim_easy_getinfo(easy, info, value);
}

CURLcode curlshim_get_string(CURL *easy, CURLINFO info, const char **value) {
    return curlshim_easy_getinfo(easy, info, value);
}

CURLcode curlshim_get_pointer(CURL *easy, CURLINFO info, void **value) {
    return curlshim_easy_getinfo(easy, info, value);
}

CURLcode curlshim_get_certificates(CURL *easy, const struct curl_certinfo **value) {
    return curlshim_easy_getinfo(easy, CURLINFO_CERTINFO, value);
}

CURLMcode curlshim_multi_set_long(CURLM *multi, CURLMoption option, long value) {
    return curlshim_multi_setopt(multi, option, value);
}

CURLcode curlshim_message_result(const CURLMsg *message) {
    return message->data.result;
}

CURLUcode curlshim_url_get(CURLU *url, CURLUPart part, char **text, unsigned int flags) {
    return curlshim_found_url_get(url, part, text, flags);
}
