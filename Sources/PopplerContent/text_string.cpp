#include "text_string.h"

#include <cstdint>
#include <optional>
#include <string>

#include <PDFDocEncoding.h>

namespace {

void append(char32_t scalar, std::string &text)
{
    const auto add = [&text](char32_t bits) { text.push_back(static_cast<char>(static_cast<unsigned char>(bits))); };
    if (scalar < 0x80) {
        add(scalar);
    } else if (scalar < 0x800) {
        add(0xC0 | scalar >> 6);
        add(0x80 | (scalar & 0x3F));
    } else if (scalar < 0x10000) {
        add(0xE0 | scalar >> 12);
        add(0x80 | (scalar >> 6 & 0x3F));
        add(0x80 | (scalar & 0x3F));
    } else {
        add(0xF0 | scalar >> 18);
        add(0x80 | (scalar >> 12 & 0x3F));
        add(0x80 | (scalar >> 6 & 0x3F));
        add(0x80 | (scalar & 0x3F));
    }
}

/// - Parameter high: which byte of each two is the higher one, 0 or 1.
std::optional<std::string> textOfUTF16(const std::string &bytes, size_t high)
{
    if (bytes.size() % 2 != 0) {
        return std::nullopt;
    }
    const auto unit = [&](size_t place) {
        return char32_t(static_cast<unsigned char>(bytes[place + high])) << 8
                | char32_t(static_cast<unsigned char>(bytes[place + 1 - high]));
    };
    std::string text;
    for (size_t place = 2; place < bytes.size(); place += 2) {
        char32_t scalar = unit(place);
        if (scalar >= 0xD800 && scalar < 0xE000) {
            place += 2;
            if (scalar >= 0xDC00 || place >= bytes.size()) {
                return std::nullopt;
            }
            const char32_t low = unit(place);
            if (low < 0xDC00 || low >= 0xE000) {
                return std::nullopt;
            }
            scalar = 0x10000 + ((scalar - 0xD800) << 10) + (low - 0xDC00);
        }
        append(scalar, text);
    }
    return text;
}

} // namespace

std::optional<std::string> textOfString(const std::string &bytes)
{
    if (bytes.size() >= 2 && bytes[0] == '\xFE' && bytes[1] == '\xFF') {
        return textOfUTF16(bytes, 0);
    }
    if (bytes.size() >= 2 && bytes[0] == '\xFF' && bytes[1] == '\xFE') {
        return textOfUTF16(bytes, 1);
    }
    std::string text;
    for (const char byte : bytes) {
        append(pdfDocEncoding[static_cast<unsigned char>(byte)], text);
    }
    return text;
}
