// poppler-glib, with cairo and glib, loaded when the first page is drawn.
#ifndef NIANBAO_CPOPPLER_H
#define NIANBAO_CPOPPLER_H

#include <deferred.h>

#include "poppler_functions.h"

POPPLER_FUNCTIONS(DEFERRED_CALL)
GLIB_FUNCTIONS(DEFERRED_CALL)
CAIRO_FUNCTIONS(DEFERRED_CALL)

#include <cairo/cairo.h>

// Of cairo's and fontconfig's headers for fonts, which come with flags of their own, as poppler_glib.h.
typedef struct _FcPattern FcPattern;
FcPattern *FcNameParse(const unsigned char *name);
void FcPatternDestroy(FcPattern *pattern);
cairo_font_face_t *cairo_ft_font_face_create_for_pattern(FcPattern *pattern);

#include "poppler_glib.h"

/// Must have returned NULL before any function of the libraries is called; else it says why there are none.
const char *nb_poppler_load(void);

#endif
