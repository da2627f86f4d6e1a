// The functions of poppler-glib, cairo and glib that are used.
#define POPPLER_FUNCTIONS(each)                                                                                        \
    each(poppler_document_new_from_bytes) each(poppler_document_get_page) each(poppler_document_get_title)             \
        each(poppler_document_get_author) each(poppler_document_get_subject) each(poppler_document_get_keywords)       \
            each(poppler_document_get_creator) each(poppler_document_get_producer)                                     \
                each(poppler_document_get_creation_date_time) each(poppler_document_get_modification_date_time)        \
                    each(poppler_document_get_pdf_version_string) each(poppler_document_is_linearized)                 \
                        each(poppler_error_quark) each(poppler_page_get_text) each(poppler_page_get_text_layout)       \
                            each(poppler_page_render)

#define GLIB_FUNCTIONS(each)                                                                                           \
    each(g_object_unref) each(g_bytes_new_static) each(g_bytes_unref) each(g_date_time_format_iso8601)                        \
        each(g_date_time_unref) each(g_error_free) each(g_free)

#define CAIRO_FUNCTIONS(each)                                                                                          \
    each(cairo_create) each(cairo_destroy) each(cairo_status) each(cairo_status_to_string) each(cairo_save)            \
        each(cairo_restore) each(cairo_scale) each(cairo_paint) each(cairo_set_source_rgb) each(cairo_set_source_rgba) \
            each(cairo_set_line_width) each(cairo_new_path) each(cairo_move_to) each(cairo_line_to)                    \
                each(cairo_rectangle) each(cairo_stroke) each(cairo_stroke_preserve) each(cairo_fill_preserve)         \
                    each(cairo_select_font_face) each(cairo_set_font_size) each(cairo_show_text)                       \
                        each(cairo_image_surface_create) each(cairo_image_surface_get_data)                            \
                            each(cairo_image_surface_get_stride) each(cairo_surface_destroy) each(cairo_surface_flush) \
                                each(cairo_surface_status) each(cairo_surface_write_to_png_stream) \
                                    each(cairo_surface_mark_dirty) each(cairo_transform) each(cairo_clip)              \
                                        each(cairo_close_path) each(cairo_fill) each(cairo_set_source_surface)         \
                                            each(cairo_get_source) each(cairo_pattern_set_extend)                      \
                                                each(cairo_pattern_set_filter) each(cairo_set_font_face)               \
                                                    each(cairo_font_face_destroy)                                      \
                                                        each(cairo_ft_font_face_create_for_pattern) each(FcNameParse)  \
                                                            each(FcPatternDestroy)
