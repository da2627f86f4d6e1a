#include "build.h"

const char *nb_build_version(void) { return NIANBAO_VERSION; }
const char *nb_build_commit(void) { return NIANBAO_COMMIT; }
