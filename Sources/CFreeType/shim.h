#ifndef NIANBAO_CFREETYPE_SHIM_H
#define NIANBAO_CFREETYPE_SHIM_H

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

// Glyphs in the font's own units, without hints and bitmaps.
static const FT_Int32 nianbao_load_unscaled = FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP;

// Macros do not reach Swift.
static inline FT_Error nianbao_select_unicode(FT_Face face) { return FT_Select_Charmap(face, FT_ENCODING_UNICODE); }

#endif
