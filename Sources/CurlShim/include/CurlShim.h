#ifndef CURLSHIM_H
#define CURLSHIM_H

#include <curl/curl.h>

// Loads libcurl. Nothing of it, here or in curl.h, may be called before this has returned NULL; what
// it returns otherwise is why there is no libcurl. To be called once.
const char *curlshim_load(void);

// libcurl's setopt and getinfo are variadic, and Swift imports no variadic C function.
// One plain function for each kind of argument; the caller keeps option and kind in step.

CURLcode curlshim_set_long(CURL *easy, CURLoption option, long value);
CURLcode curlshim_set_offset(CURL *easy, CURLoption option, curl_off_t value);
CURLcode curlshim_set_string(CURL *easy, CURLoption option, const char *value);
CURLcode curlshim_set_pointer(CURL *easy, CURLoption option, void *value);
CURLcode curlshim_set_list(CURL *easy, CURLoption option, struct curl_slist *value);
CURLcode curlshim_set_data_callback(CURL *easy, CURLoption option, curl_write_callback callback);
CURLcode curlshim_set_socket_callback(CURL *easy, curl_sockopt_callback callback);
CURLcode curlshim_set_prereq_callback(CURL *easy, curl_prereq_callback callback);

CURLcode curlshim_get_long(CURL *easy, CURLINFO info, long *value);
CURLcode curlshim_get_offset(CURL *easy, CURLINFO info, curl_off_t *value);
CURLcode curlshim_get_string(CURL *easy, CURLINFO info, const char **value);
CURLcode curlshim_get_pointer(CURL *easy, CURLINFO info, void **value);
CURLcode curlshim_get_certificates(CURL *easy, const struct curl_certinfo **value);

CURLMcode curlshim_multi_set_long(CURLM *multi, CURLMoption option, long value);

CURLUcode curlshim_url_get(CURLU *url, CURLUPart part, char **text, unsigned int flags);

// The result of a finished transfer sits in a union that Swift cannot name.
CURLcode curlshim_message_result(const CURLMsg *message);

#endif
