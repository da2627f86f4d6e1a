#include <deferred.h>

#include "include/poppler_functions.h"

const char *nb_poppler_load(void);

POPPLER_FUNCTIONS(DEFERRED_STUB)
GLIB_FUNCTIONS(DEFERRED_STUB)
CAIRO_FUNCTIONS(DEFERRED_STUB)

const char *nb_poppler_load(void) {
    // It brings cairo and glib with it.
    static const char *const names[] = {"libpoppler-glib.so.8", NULL};
    static const nb_deferred_function functions[] = {
        POPPLER_FUNCTIONS(DEFERRED_ENTRY) GLIB_FUNCTIONS(DEFERRED_ENTRY) CAIRO_FUNCTIONS(DEFERRED_ENTRY)};
    return nb_deferred_load(names, functions, sizeof functions / sizeof *functions);
}
