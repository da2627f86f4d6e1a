// Text strings of PDF (ISO 32000-1, 7.9.2.2), such as a document's title.
#ifndef NIANBAO_TEXT_STRING_H
#define NIANBAO_TEXT_STRING_H

#include <optional>
#include <string>

/// What a text string says, in UTF-8: UTF-16 behind a byte order mark, else PDFDocEncoding. Nothing where UTF-16 is broken, as
/// poppler-glib has it.
std::optional<std::string> textOfString(const std::string &bytes);

#endif
