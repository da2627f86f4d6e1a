// Compiles where our own declarations of libxml2 agree with the library's headers: C refuses a second declaration that differs.
// Members and options are compared by hand.
#define NIANBAO_CHECKS_DECLARATIONS
#include <libxml/HTMLparser.h>
#include <stddef.h>

#include "libxml2_sax.h"

struct handler {
    void *declarations[12];
    startDocumentSAXFunc startDocument;
    endDocumentSAXFunc endDocument;
    startElementSAXFunc startElement;
    endElementSAXFunc endElement;
    referenceSAXFunc reference;
    charactersSAXFunc characters;
    ignorableWhitespaceSAXFunc ignorableWhitespace;
    void *others[13];
};

#define SAME_PLACE(member)                                                                                             \
    _Static_assert(offsetof(xmlSAXHandler, member) == offsetof(struct handler, member), "xmlSAXHandler." #member);
SAME_PLACE(startDocument)
SAME_PLACE(endDocument)
SAME_PLACE(startElement)
SAME_PLACE(endElement)
SAME_PLACE(reference)
SAME_PLACE(characters)
SAME_PLACE(ignorableWhitespace)
_Static_assert(sizeof(xmlSAXHandler) == sizeof(struct handler), "xmlSAXHandler");
_Static_assert(offsetof(xmlParserCtxt, sax) == 0, "xmlParserCtxt.sax");
_Static_assert(offsetof(xmlParserCtxt, userData) == sizeof(void *), "xmlParserCtxt.userData");
_Static_assert(HTML_PARSE_RECOVER == 1 << 0, "HTML_PARSE_RECOVER");
_Static_assert(HTML_PARSE_NOERROR == 1 << 5, "HTML_PARSE_NOERROR");
_Static_assert(HTML_PARSE_NOWARNING == 1 << 6, "HTML_PARSE_NOWARNING");
_Static_assert(HTML_PARSE_NONET == 1 << 11, "HTML_PARSE_NONET");
_Static_assert(HTML_PARSE_IGNORE_ENC == 1 << 21, "HTML_PARSE_IGNORE_ENC");
