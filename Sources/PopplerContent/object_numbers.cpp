// What numbers a PDF's objects have, looked for in its bytes alone. A reader makes a table as long as the highest of them, however few
// there are.

#include "object_numbers.h"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace {

constexpr long long kLargest = 1'000'000'000'000'000'000;

bool isBlank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Reads forwards through a text.
class Scanner
{
public:
    Scanner(std::string_view text, size_t position) : text(text), position(position) { }

    void skipBlanks()
    {
        while (position < text.size() && isBlank(text[position])) {
            ++position;
        }
    }
    bool skip(char c)
    {
        bool isThere = position < text.size() && text[position] == c;
        position += isThere ? 1 : 0;
        return isThere;
    }
    bool isAtEntry() const { return position < text.size() && (text[position] == 'n' || text[position] == 'f'); }
    /// -1 where there is no number.
    long long number()
    {
        skipBlanks();
        if (position >= text.size() || !isDigit(text[position])) {
            return -1;
        }
        long long value = 0;
        for (; position < text.size() && isDigit(text[position]); ++position) {
            value = std::min(kLargest, value * 10 + (text[position] - '0'));
        }
        return value;
    }

private:
    std::string_view text;
    size_t position;
};

/// Calls `found` with the place behind each `word`.
template<typename Found>
void each(std::string_view text, std::string_view word, Found found)
{
    for (size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + word.size())) {
        found(at + word.size());
    }
}

/// The first of the two numbers before `end`: of `12 0` it is 12. -1 where there are no two.
long long numberBefore(std::string_view text, size_t end)
{
    size_t start = end;
    for (int number = 0; number < 2; ++number) {
        size_t last = start;
        while (last > 0 && isBlank(text[last - 1])) {
            --last;
        }
        start = last;
        while (start > 0 && isDigit(text[start - 1])) {
            --start;
        }
        if (start == last) {
            return -1;
        }
    }
    return Scanner(text, start).number();
}

/// The end of the highest section of a table: sections are a first number and a count, entries an offset, a generation and a letter.
long long highestOfTable(std::string_view text, size_t start)
{
    long long highest = 0;
    Scanner scanner(text, start);
    while (true) {
        long long first = scanner.number(), count = scanner.number();
        if (first < 0 || count < 0) {
            return highest;
        }
        scanner.skipBlanks();
        if (scanner.isAtEntry()) {
            scanner.skip('n') || scanner.skip('f');
        } else {
            highest = std::max(highest, first + count - 1);
        }
    }
}

/// The end of the highest section of an array of first numbers and counts.
long long highestOfIndex(std::string_view text, size_t start)
{
    long long highest = 0;
    Scanner scanner(text, start);
    scanner.skipBlanks();
    if (!scanner.skip('[')) {
        return highest;
    }
    while (true) {
        long long first = scanner.number(), count = scanner.number();
        if (first < 0 || count < 0) {
            return highest;
        }
        highest = std::max(highest, first + count - 1);
    }
}

/// What the entries of a trailer or of a cross-reference stream, which stand between `start` and `end`, make of a table.
long long highestOfEntries(std::string_view text, size_t start, size_t end)
{
    long long highest = 0;
    std::string_view entries = text.substr(start, end == std::string_view::npos ? end : end - start);
    each(entries, "/Size", [&](size_t place) { highest = std::max(highest, Scanner(entries, place).number() - 1); });
    each(entries, "/Index", [&](size_t place) { highest = std::max(highest, highestOfIndex(entries, place)); });
    return highest;
}

} // namespace

long long highestObjectNumber(const char *bytes, size_t length)
{
    std::string_view text(bytes, length);
    long long highest = 0;
    auto take = [&](long long number) { highest = std::max(highest, number); };
    each(text, "obj", [&](size_t end) { take(numberBefore(text, end - 3)); });
    each(text, "xref", [&](size_t end) { take(highestOfTable(text, end)); });
    each(text, "trailer", [&](size_t end) { take(highestOfEntries(text, end, text.find("startxref", end))); });
    // Other dictionaries have entries of these names, too: the size of an attached file is one.
    each(text, "/XRef", [&](size_t end) {
        size_t start = text.rfind("obj", end);
        take(highestOfEntries(text, start == std::string_view::npos ? 0 : start, text.find("stream", end)));
    });
    return highest;
}
