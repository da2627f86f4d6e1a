#include "tesseract_loader.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tesseract/capi.h>

// A pointer for each function, of the type that the library's own header declares.
#define FUNCTIONS(each)                                                                                               \
    each(TessVersion) each(TessBaseAPICreate) each(TessBaseAPIDelete) each(TessBaseAPIInit2)                          \
        each(TessBaseAPISetVariable) each(TessBaseAPISetPageSegMode) each(TessBaseAPISetImage)                        \
            each(TessBaseAPISetSourceResolution) each(TessBaseAPIGetUTF8Text) each(TessBaseAPIClear)                  \
                each(TessDeleteText)

struct nb_tesseract {
    void *library;
    TessBaseAPI *api;
    void (*set_parallel_levels)(int);
#define DECLARE(name) __typeof__(&name) name;
    FUNCTIONS(DECLARE)
#undef DECLARE
};

static int load(nb_tesseract *engine) {
    engine->library = dlopen("libtesseract.so.5", RTLD_NOW | RTLD_LOCAL);
    if (!engine->library) return 0;
#define LOAD(name)                                                                                                    \
    engine->name = (__typeof__(&name))dlsym(engine->library, #name);                                                  \
    if (!engine->name) return 0;
    FUNCTIONS(LOAD)
#undef LOAD
    // Not there in a library without OpenMP.
    engine->set_parallel_levels = (void (*)(int))dlsym(engine->library, "omp_set_max_active_levels");
    return 1;
}

// Lines are too short to be shared among threads, which would spend more time waiting for each other than reading. The library
// asks for a number of threads of its own wherever it shares work, so a smaller number set here would not count; no parallel
// level at all does, for the calling thread.
static void stay_in_one_thread(const nb_tesseract *engine) {
    if (engine->set_parallel_levels) engine->set_parallel_levels(0);
}

nb_tesseract *nb_tesseract_open(const char *data, const char *language, const char *allowed, char *cause, int length) {
    nb_tesseract *engine = calloc(1, sizeof *engine);
    if (!engine) {
        snprintf(cause, length, "no memory");
        return NULL;
    }
    if (!load(engine)) {
        const char *error = dlerror();
        snprintf(cause, length, "%s", error ? error : "the library cannot be loaded");
        free(engine);
        return NULL;
    }
    stay_in_one_thread(engine);
    engine->api = engine->TessBaseAPICreate();
    if (!engine->api || engine->TessBaseAPIInit2(engine->api, data, language, OEM_LSTM_ONLY) != 0) {
        snprintf(cause, length, "its data for the language \"%s\" is missing", language);
        nb_tesseract_close(engine);
        return NULL;
    }
    engine->TessBaseAPISetVariable(engine->api, "tessedit_char_whitelist", allowed);
    engine->TessBaseAPISetVariable(engine->api, "debug_file", "/dev/null");
    return engine;
}

void nb_tesseract_close(nb_tesseract *engine) {
    if (!engine) return;
    if (engine->api) engine->TessBaseAPIDelete(engine->api);
    free(engine);
}

const char *nb_tesseract_version(const nb_tesseract *engine) { return engine->TessVersion(); }

char *nb_tesseract_read(nb_tesseract *engine, const uint8_t *pixels, int width, int height) {
    // A line first; what is no line to it may be a single character.
    static const TessPageSegMode modes[] = {PSM_SINGLE_LINE, PSM_SINGLE_CHAR};
    stay_in_one_thread(engine);
    char *result = NULL;
    for (int mode = 0; mode < 2 && !(result && *result); mode++) {
        free(result);
        engine->TessBaseAPISetPageSegMode(engine->api, modes[mode]);
        engine->TessBaseAPISetImage(engine->api, pixels, width, height, 1, width);
        engine->TessBaseAPISetSourceResolution(engine->api, 300);
        char *text = engine->TessBaseAPIGetUTF8Text(engine->api);
        result = text ? strdup(text) : NULL;
        if (text) engine->TessDeleteText(text);
        if (result) result[strcspn(result, "\n\f ")] = 0;
    }
    engine->TessBaseAPIClear(engine->api);
    return result;
}
