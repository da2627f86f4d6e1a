// What the program was built from. Both are said once: the version in Package.swift, the commit by whoever builds a package.
#ifndef NIANBAO_BUILD_H
#define NIANBAO_BUILD_H

/// Three numbers, by semantic versioning.
const char *nb_build_version(void);
/// The commit in hexadecimal; empty where it was built from a working copy.
const char *nb_build_commit(void);

#endif
