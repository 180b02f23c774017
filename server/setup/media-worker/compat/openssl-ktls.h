#pragma once
// Distributions build OpenSSL with kernel TLS. Such a build asks a BIO "do you send through kernel TLS?" by
// BIO_ctrl, and the worker's BIO callback answers every control call with 1, "yes": OpenSSL then allocates no write
// buffer, and the first handshake record crashes the worker. Here control calls keep their own answer, and only
// reads and writes reach the worker's callback.
#ifdef __cplusplus
#include <openssl/bio.h>

// The worker sets one and the same function on every BIO.
inline BIO_callback_fn_ex& workerBioCallback() {
  static BIO_callback_fn_ex callback = nullptr;
  return callback;
}

inline long onBio(BIO* bio, int operation, const char* data, size_t length, int argument, long number, int result,
                  size_t* processed) {
  if ((operation & ~BIO_CB_RETURN) == BIO_CB_CTRL) return (operation & BIO_CB_RETURN) ? result : 1;
  return workerBioCallback()(bio, operation, data, length, argument, number, result, processed);
}

inline void setBioCallback(BIO* bio, BIO_callback_fn_ex callback) {
  workerBioCallback() = callback;
  BIO_set_callback_ex(bio, onBio);
}

#define BIO_set_callback_ex(bio, callback) setBioCallback(bio, callback)
#endif
