// Tesseract behind a handful of functions, loaded when it is first asked for: the library brings fifty others with it, which
// nobody should wait for who has no scans, or need on a machine without them.
#ifndef NIANBAO_TESSERACT_LOADER_H
#define NIANBAO_TESSERACT_LOADER_H

#include <stdint.h>

typedef struct nb_tesseract nb_tesseract;

/// Loads the library and the data of `language`, to read lines of the characters in `allowed`. The data is in the folder `data`, or
/// where the library looks for it if that is NULL.
///
/// On failure returns NULL; `cause`, of `length` bytes, then says why.
nb_tesseract *nb_tesseract_open(const char *data, const char *language, const char *allowed, char *cause, int length);
/// Ends the engine; the library stays loaded.
void nb_tesseract_close(nb_tesseract *engine);
const char *nb_tesseract_version(const nb_tesseract *engine);
/// Reads one line of text, a byte a pixel. The caller frees the result with free(); NULL where there is none.
char *nb_tesseract_read(nb_tesseract *engine, const uint8_t *pixels, int width, int height);

#endif
