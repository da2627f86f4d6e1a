// Compiles where our own declarations of libxml2 agree with the library's headers: C refuses a second declaration that differs.
// Members and options are compared by hand.
#define NIANBAO_CHECKS_DECLARATIONS
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <stddef.h>

#include "libxml2_sax.h"

struct handler {
    internalSubsetSAXFunc internalSubset;
    void *declarations[11];
    startDocumentSAXFunc startDocument;
    endDocumentSAXFunc endDocument;
    startElementSAXFunc startElement;
    endElementSAXFunc endElement;
    referenceSAXFunc reference;
    charactersSAXFunc characters;
    ignorableWhitespaceSAXFunc ignorableWhitespace;
    void *others[8];
    unsigned int initialized;
    void *_private;
    startElementNsSAX2Func startElementNs;
    endElementNsSAX2Func endElementNs;
    xmlStructuredErrorFunc serror;
};

struct error_start {
    int domain;
    int code;
    char *message;
    xmlErrorLevel level;
};

#define SAME_PLACE(member)                                                                                             \
    _Static_assert(offsetof(xmlSAXHandler, member) == offsetof(struct handler, member), "xmlSAXHandler." #member);
SAME_PLACE(internalSubset)
SAME_PLACE(startDocument)
SAME_PLACE(endDocument)
SAME_PLACE(startElement)
SAME_PLACE(endElement)
SAME_PLACE(reference)
SAME_PLACE(characters)
SAME_PLACE(ignorableWhitespace)
SAME_PLACE(initialized)
SAME_PLACE(startElementNs)
SAME_PLACE(endElementNs)
SAME_PLACE(serror)
_Static_assert(sizeof(xmlSAXHandler) == sizeof(struct handler), "xmlSAXHandler");
_Static_assert(offsetof(xmlParserCtxt, sax) == 0, "xmlParserCtxt.sax");
_Static_assert(offsetof(xmlParserCtxt, userData) == sizeof(void *), "xmlParserCtxt.userData");
_Static_assert(offsetof(xmlError, domain) == offsetof(struct error_start, domain), "xmlError.domain");
_Static_assert(offsetof(xmlError, message) == offsetof(struct error_start, message), "xmlError.message");
_Static_assert(offsetof(xmlError, level) == offsetof(struct error_start, level), "xmlError.level");
_Static_assert(sizeof(xmlErrorLevel) == sizeof(int), "xmlErrorLevel");
_Static_assert(XML_ERR_FATAL == 3, "XML_ERR_FATAL");
_Static_assert(XML_SAX2_MAGIC == 0xDEEDBEAF, "XML_SAX2_MAGIC");
_Static_assert(XML_PARSE_NOERROR == 1 << 5, "XML_PARSE_NOERROR");
_Static_assert(XML_PARSE_NOWARNING == 1 << 6, "XML_PARSE_NOWARNING");
_Static_assert(XML_PARSE_NONET == 1 << 11, "XML_PARSE_NONET");
_Static_assert(HTML_PARSE_RECOVER == 1 << 0, "HTML_PARSE_RECOVER");
_Static_assert(HTML_PARSE_NOERROR == 1 << 5, "HTML_PARSE_NOERROR");
_Static_assert(HTML_PARSE_NOWARNING == 1 << 6, "HTML_PARSE_NOWARNING");
_Static_assert(HTML_PARSE_NONET == 1 << 11, "HTML_PARSE_NONET");
_Static_assert(HTML_PARSE_IGNORE_ENC == 1 << 21, "HTML_PARSE_IGNORE_ENC");
