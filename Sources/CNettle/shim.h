#ifndef NIANBAO_CNETTLE_SHIM_H
#define NIANBAO_CNETTLE_SHIM_H

#include <nettle/aes.h>
#include <nettle/cbc.h>
#include <nettle/sha1.h>
#include <nettle/sha2.h>
#include <nettle/version.h>
#include <string.h>

// Version 4 has dropped the length.
#if NETTLE_VERSION_MAJOR >= 4
#define NIANBAO_DIGEST(name, context, size, digest) name##_digest(context, digest)
#else
#define NIANBAO_DIGEST(name, context, size, digest) name##_digest(context, size, digest)
#endif

static inline void nianbao_sha256_digest(struct sha256_ctx *context, uint8_t *digest) {
    NIANBAO_DIGEST(sha256, context, SHA256_DIGEST_SIZE, digest);
}

static inline void nianbao_sha1(const uint8_t *bytes, size_t count, uint8_t *digest) {
    struct sha1_ctx context;
    sha1_init(&context);
    sha1_update(&context, count, bytes);
    NIANBAO_DIGEST(sha1, &context, SHA1_DIGEST_SIZE, digest);
}

static inline void nianbao_sha256(const uint8_t *bytes, size_t count, uint8_t *digest) {
    struct sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, count, bytes);
    nianbao_sha256_digest(&context, digest);
}

static inline void nianbao_sha384(const uint8_t *bytes, size_t count, uint8_t *digest) {
    struct sha512_ctx context;
    sha384_init(&context);
    sha512_update(&context, count, bytes);
    NIANBAO_DIGEST(sha384, &context, SHA384_DIGEST_SIZE, digest);
}

static inline void nianbao_sha512(const uint8_t *bytes, size_t count, uint8_t *digest) {
    struct sha512_ctx context;
    sha512_init(&context);
    sha512_update(&context, count, bytes);
    NIANBAO_DIGEST(sha512, &context, SHA512_DIGEST_SIZE, digest);
}

// Keys of 16, 24 or 32 bytes; whole blocks.
static inline void nianbao_aes_decrypt(const uint8_t *key, size_t key_length, const uint8_t *vector, int is_chained,
                                       size_t length, uint8_t *to, const uint8_t *from) {
    struct aes256_ctx context256;
    struct aes192_ctx context192;
    struct aes128_ctx context128;
    const void *context;
    nettle_cipher_func *decrypt;
    if (key_length == 32) {
        aes256_set_decrypt_key(&context256, key);
        context = &context256;
        decrypt = (nettle_cipher_func *)aes256_decrypt;
    } else if (key_length == 24) {
        aes192_set_decrypt_key(&context192, key);
        context = &context192;
        decrypt = (nettle_cipher_func *)aes192_decrypt;
    } else {
        aes128_set_decrypt_key(&context128, key);
        context = &context128;
        decrypt = (nettle_cipher_func *)aes128_decrypt;
    }
    if (is_chained) {
        uint8_t before[AES_BLOCK_SIZE];
        memcpy(before, vector, AES_BLOCK_SIZE);
        cbc_decrypt(context, decrypt, AES_BLOCK_SIZE, before, length, to, from);
    } else {
        decrypt(context, length, to, from);
    }
}

#endif
