// The functions of libxlsxwriter that are used.
#define LIBXLSXWRITER_FUNCTIONS(each)                                                                                  \
    each(workbook_new_opt) each(workbook_set_properties) each(workbook_add_worksheet) each(workbook_add_format)        \
        each(workbook_close) each(lxw_workbook_free) each(lxw_strerror) each(worksheet_freeze_panes)                   \
            each(worksheet_set_column) each(worksheet_write_number) each(worksheet_write_string) each(format_set_bold) \
                each(format_set_italic) each(format_set_bg_color)
