// What a PDF page draws, as plain C values.
//
// One interpretation of a page by poppler gives its glyphs, its painted paths and its images. Coordinates are PDF points
// (1/72 inch, UserUnit applied) with the origin at the top-left corner of the page as displayed (crop box, /Rotate applied);
// x grows to the right, y grows downwards.
//
// A document must be used by one thread at a time; documents are independent of each other.
#ifndef NIANBAO_POPPLER_CONTENT_H
#define NIANBAO_POPPLER_CONTENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pc_document pc_document;

typedef enum {
    PC_OK = 0,
    PC_ENCRYPTED, // a password is needed, or the one given is wrong
    PC_DAMAGED,   // not a PDF, or broken beyond repair
    PC_NO_PAGE,   // no such page
} pc_status;

typedef struct {
    double x, y;           // baseline origin
    double dx, dy;         // advance, without letter and word spacing
    double x0, y0, x1, y1; // advance times the font's ascent and descent
    double size;           // font size in points, as drawn
    double opacity;
    uint32_t color;      // 0xRRGGBB of the fill (of the stroke in render mode 1)
    uint32_t text;       // index of the first scalar in pc_page.scalars
    uint32_t text_count; // 0: the font has no Unicode for this glyph
    int32_t font;        // index in pc_page.fonts, -1: none
    uint32_t code;       // character code in the font
    int32_t render_mode; // PDF Tr, 0 to 7; 3 is invisible
    bool vertical;       // vertical writing mode
} pc_glyph;

typedef struct {
    const char *name; // base font name, never NULL
    bool embedded;
    bool type3;
    bool has_to_unicode;
} pc_font;

typedef enum { PC_STROKE, PC_FILL } pc_paint;

typedef struct {
    pc_paint paint;
    uint32_t color;
    double opacity;
    double line_width; // points, strokes only
    uint32_t dash;     // index of the first dash length in pc_page.dashes (points)
    uint32_t dash_count;
    double clip_x0, clip_y0, clip_x1, clip_y1; // bounding box of the clip
    uint32_t subpath;                          // index of the first subpath in pc_page.subpaths
    uint32_t subpath_count;
} pc_path;

typedef struct {
    uint32_t point; // index of the first point in pc_page.points
    uint32_t point_count;
    bool closed;
    bool curved; // holds curves: the points are the two corners of its bounding box
} pc_subpath;

typedef struct {
    double x, y;
} pc_point;

typedef struct {
    double x0, y0, x1, y1;
    int32_t width, height; // pixels
    bool mask;             // a stencil, painted in one colour
} pc_image;

typedef struct {
    double width, height; // as displayed, points
    double crop_x0, crop_y0, crop_x1, crop_y1; // crop box as stored in the file (bottom-left origin, default user units)
    double user_unit;
    int32_t rotation; // 0, 90, 180 or 270, clockwise
} pc_geometry;

typedef struct {
    pc_geometry geometry;
    const pc_glyph *glyphs;
    size_t glyph_count;
    const uint32_t *scalars;
    size_t scalar_count;
    const pc_font *fonts;
    size_t font_count;
    const pc_path *paths;
    size_t path_count;
    const pc_subpath *subpaths;
    size_t subpath_count;
    const pc_point *points;
    size_t point_count;
    const double *dashes;
    size_t dash_count;
    const pc_image *images;
    size_t image_count;
    size_t group_count;   // transparency groups
    bool truncated;       // the page draws more than the limit; the rest was left out
    const char *messages; // what poppler said meanwhile, one message a line, never NULL
    void *storage;        // owned; freed by pc_page_free
} pc_page;

/// Must run before any other poppler call of the process, those of poppler-glib included: it takes poppler's messages off
/// standard error, and looks for maps of Chinese fonts in the folder `data`; where that is NULL poppler looks in its own. Only the
/// first call counts; safe to call again, from any thread.
void pc_initialise(const char *data);

/// The version of poppler, which is that of the headers too: another one has another soname.
const char *pc_library_version(void);

/// Opens `length` bytes, which must stay alive and unchanged until pc_document_free. `password` may be NULL.
/// Never returns NULL; pc_document_status says whether the document can be used.
pc_document *pc_document_open(const void *bytes, size_t length, const char *password);
pc_status pc_document_status(const pc_document *document);
/// What poppler said while opening, one message a line; lives as long as the document.
const char *pc_document_messages(const pc_document *document);
int pc_document_page_count(const pc_document *document);
/// The title in the document's information dictionary, in UTF-8 up to its first NUL; NULL where there is none. Lives as long as the
/// document.
const char *pc_document_title(pc_document *document);
void pc_document_free(pc_document *document);

pc_status pc_page_geometry(pc_document *document, int number, pc_geometry *geometry);
/// Interprets page `number` (from 1). On PC_OK the caller frees `page` with pc_page_free.
pc_status pc_page_read(pc_document *document, int number, pc_page *page);
void pc_page_free(pc_page *page);

#ifdef __cplusplus
}
#endif

#endif
