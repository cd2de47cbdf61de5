#include "CurlShim.h"

#include <dlfcn.h>
#include <stddef.h>

// libcurl's functions as the linker would have found them, each of which calls the one that
// curlshim_load found. Hidden, so that libcurl itself never takes one of these for its own.

#define FORWARD(result, name, parameters, arguments)                                               \
    static result (*found_##name) parameters;                                                      \
    __attribute__((visibility("hidden"))) result name parameters { return found_##name arguments; }
#define FORWARD_VOID(name, parameters, arguments)                                                  \
    static void (*found_##name) parameters;                                                        \
    __attribute__((visibility("hidden"))) void name parameters { found_##name arguments; }

FORWARD(CURLcode, curl_global_init, (long flags), (flags))
FORWARD(curl_version_info_data *, curl_version_info, (CURLversion age), (age))
FORWARD_VOID(curl_free, (void *memory), (memory))

FORWARD(CURL *, curl_easy_init, (void), ())
FORWARD_VOID(curl_easy_reset, (CURL *easy), (easy))
FORWARD_VOID(curl_easy_cleanup, (CURL *easy), (easy))
FORWARD(const char *, curl_easy_strerror, (CURLcode code), (code))
FORWARD(const struct curl_easyoption *, curl_easy_option_by_id, (CURLoption id), (id))

FORWARD(CURLM *, curl_multi_init, (void), ())
FORWARD(CURLMcode, curl_multi_cleanup, (CURLM *multi), (multi))
FORWARD(CURLMcode, curl_multi_add_handle, (CURLM *multi, CURL *easy), (multi, easy))
FORWARD(CURLMcode, curl_multi_remove_handle, (CURLM *multi, CURL *easy), (multi, easy))
FORWARD(CURLMcode, curl_multi_perform, (CURLM *multi, int *running), (multi, running))
FORWARD(CURLMcode, curl_multi_poll,
        (CURLM *multi, struct curl_waitfd *extra, unsigned int count, int timeout, int *ready),
        (multi, extra, count, timeout, ready))
FORWARD(CURLMcode, curl_multi_wakeup, (CURLM *multi), (multi))
FORWARD(CURLMsg *, curl_multi_info_read, (CURLM *multi, int *left), (multi, left))
FORWARD(const char *, curl_multi_strerror, (CURLMcode code), (code))

FORWARD(struct curl_slist *, curl_slist_append, (struct curl_slist *list, const char *text),
        (list, text))
FORWARD_VOID(curl_slist_free_all, (struct curl_slist *list), (list))

FORWARD(CURLU *, curl_url, (void), ())
FORWARD_VOID(curl_url_cleanup, (CURLU *url), (url))
FORWARD(CURLUcode, curl_url_set,
        (CURLU *url, CURLUPart part, const char *text, unsigned int flags),
        (url, part, text, flags))

// Those that shim.c calls: the variadic ones, and one whose type differs between versions.
__typeof__(curl_url_get) *curlshim_found_url_get;
__typeof__(curl_easy_setopt) *curlshim_easy_setopt;
__typeof__(curl_easy_getinfo) *curlshim_easy_getinfo;
__typeof__(curl_multi_setopt) *curlshim_multi_setopt;

const char *curlshim_load(void) {
    void *library = dlopen("libcurl.so.4", RTLD_LAZY | RTLD_LOCAL);
    if (library == NULL) return dlerror();
    const struct {
        const char *name;
        void *place;
    } functions[] = {
#define FOUND(name) {#name, &found_##name}
        FOUND(curl_global_init),
        FOUND(curl_version_info),
        FOUND(curl_free),
        FOUND(curl_easy_init),
        FOUND(curl_easy_reset),
        FOUND(curl_easy_cleanup),
        FOUND(curl_easy_strerror),
        FOUND(curl_easy_option_by_id),
        FOUND(curl_multi_init),
        FOUND(curl_multi_cleanup),
        FOUND(curl_multi_add_handle),
        FOUND(curl_multi_remove_handle),
        FOUND(curl_multi_perform),
        FOUND(curl_multi_poll),
        FOUND(curl_multi_wakeup),
        FOUND(curl_multi_info_read),
        FOUND(curl_multi_strerror),
        FOUND(curl_slist_append),
        FOUND(curl_slist_free_all),
        FOUND(curl_url),
        FOUND(curl_url_cleanup),
        FOUND(curl_url_set),
        {"curl_url_get", &curlshim_found_url_get},
        {"curl_easy_setopt", &curlshim_easy_setopt},
        {"curl_easy_getinfo", &curlshim_easy_getinfo},
        {"curl_multi_setopt", &curlshim_multi_setopt},
    };
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
        void *function = dlsym(library, functions[i].name);
        if (function == NULL) return dlerror();
        *(void **)functions[i].place = function;
    }
    return NULL;
}
