// Libraries that are loaded when they are first needed, not when the program starts: the dynamic loader takes longer for the
// libraries of scans, spreadsheets, archives and drawing than a small report takes to be read.
//
// A target for such a library has
// - a list of the functions it uses: #define LIBRARY_FUNCTIONS(each) each(first_function) each(second_function)
// - a header that says LIBRARY_FUNCTIONS(DEFERRED_CALL) before it includes the library's own, so that its types are checked;
// - a source file that says LIBRARY_FUNCTIONS(DEFERRED_STUB), and loads the library with nb_deferred_load.
// Callers load the library first, and go without it where that fails.
#ifndef NIANBAO_DEFERRED_H
#define NIANBAO_DEFERRED_H

#include <stddef.h>

#define NB_PRAGMA(text) _Pragma(#text)

/// Makes calls of the library's function `name` calls of its stub.
#define DEFERRED_CALL(name) NB_PRAGMA(redefine_extname name nb_deferred_##name)

#if defined(__x86_64__)
#define NB_JUMP(slot) "jmp *" slot "(%rip)\n"
#elif defined(__aarch64__)
#define NB_JUMP(slot) "adrp x16, " slot "\nldr x16, [x16, :lo12:" slot "]\nbr x16\n"
#else
#error "a stub's jump is not written for this processor"
#endif

/// Defines the stub of function `name`: a jump to where its slot points, whatever the arguments are.
#define DEFERRED_STUB(name)                                                                                            \
    __attribute__((used, visibility("hidden"))) void *nb_slot_##name = (void *)nb_deferred_missing;                    \
    __asm__(".pushsection .text.nb_deferred_" #name ",\"ax\",%progbits\n"                                              \
            ".globl nb_deferred_" #name "\n.hidden nb_deferred_" #name "\n.type nb_deferred_" #name ", %function\n"    \
            "nb_deferred_" #name ":\n" NB_JUMP("nb_slot_" #name) ".popsection\n");

/// An entry of the table for nb_deferred_load.
#define DEFERRED_ENTRY(name) {#name, &nb_slot_##name},

typedef struct {
    const char *name;
    void **slot;
} nb_deferred_function;

/// Loads the first of `libraries` that is there, and points the slots of `functions` to its functions or to those of the
/// libraries it needs. `libraries` are sonames, and end with NULL. The library stays loaded.
///
/// Returns NULL, or why that is not possible, in words that stay valid. To be called once for each table, by one thread.
const char *nb_deferred_load(const char *const *libraries, const nb_deferred_function *functions, size_t count);

/// Where slots point before their library is loaded: ends the process with a message, for that is a programmer's mistake.
_Noreturn void nb_deferred_missing(void);

#endif
