// The functions of libarchive that are used.
#define LIBARCHIVE_FUNCTIONS(each)                                                                                     \
    each(archive_read_new) each(archive_read_free) each(archive_read_add_passphrase)                                   \
    each(archive_read_open_filename) each(archive_read_open_memory) each(archive_read_next_header)                     \
    each(archive_read_data) each(archive_filter_bytes) each(archive_error_string) each(archive_format)                 \
    each(archive_read_support_format_zip) each(archive_read_support_format_rar)                                        \
    each(archive_read_support_format_rar5) each(archive_read_support_format_7zip)                                      \
    each(archive_read_support_format_tar) each(archive_read_support_format_cab)                                        \
    each(archive_read_support_format_lha) each(archive_read_support_format_raw)                                        \
    each(archive_read_support_filter_gzip) each(archive_read_support_filter_bzip2)                                     \
    each(archive_read_support_filter_xz) each(archive_read_support_filter_zstd)                                        \
    each(archive_read_support_filter_compress) each(archive_entry_pathname) each(archive_entry_pathname_utf8)          \
    each(archive_entry_filetype) each(archive_entry_hardlink) each(archive_entry_is_data_encrypted)
