// What is used of poppler-glib and glib, declared as their own headers do. Those headers come with compiler flags that also
// link the libraries, which are to be loaded when they are needed. Tests/Portability/headers.sh compiles this file before the
// real headers, of all releases: a declaration that differs from them is an error there.
#ifndef NIANBAO_POPPLER_GLIB_H
#define NIANBAO_POPPLER_GLIB_H

#include <stddef.h>
#include <stdint.h>

typedef char gchar;
typedef int gint;
typedef gint gboolean;
typedef unsigned int guint;
typedef double gdouble;
typedef unsigned long gsize;
typedef void *gpointer;
typedef const void *gconstpointer;
typedef uint32_t GQuark;
typedef struct _GBytes GBytes;
typedef struct _GDateTime GDateTime;
typedef struct _GError GError;
typedef struct _PopplerDocument PopplerDocument;
typedef struct _PopplerPage PopplerPage;
typedef struct _PopplerRectangle PopplerRectangle;

#ifndef NIANBAO_CHECKS_DECLARATIONS
struct _GError {
    GQuark domain;
    gint code;
    gchar *message;
};

struct _PopplerRectangle {
    gdouble x1, y1, x2, y2;
};
#endif

typedef struct _cairo cairo_t;

void g_object_unref(gpointer object);
GBytes *g_bytes_new_static(gconstpointer data, gsize size);
void g_bytes_unref(GBytes *bytes);
gchar *g_date_time_format_iso8601(GDateTime *time);
void g_date_time_unref(GDateTime *time);
void g_error_free(GError *error);
void(g_free)(gpointer memory);

GQuark poppler_error_quark(void);
PopplerDocument *poppler_document_new_from_bytes(GBytes *bytes, const char *password, GError **error);
PopplerPage *poppler_document_get_page(PopplerDocument *document, int index);
gchar *poppler_document_get_title(PopplerDocument *document);
gchar *poppler_document_get_author(PopplerDocument *document);
gchar *poppler_document_get_subject(PopplerDocument *document);
gchar *poppler_document_get_keywords(PopplerDocument *document);
gchar *poppler_document_get_creator(PopplerDocument *document);
gchar *poppler_document_get_producer(PopplerDocument *document);
GDateTime *poppler_document_get_creation_date_time(PopplerDocument *document);
GDateTime *poppler_document_get_modification_date_time(PopplerDocument *document);
gchar *poppler_document_get_pdf_version_string(PopplerDocument *document);
gboolean poppler_document_is_linearized(PopplerDocument *document);
char *poppler_page_get_text(PopplerPage *page);
gboolean poppler_page_get_text_layout(PopplerPage *page, PopplerRectangle **rectangles, guint *count);
void poppler_page_render(PopplerPage *page, cairo_t *context);

#endif
