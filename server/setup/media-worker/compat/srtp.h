#pragma once
// The libsrtp 3 calls that the worker makes, on the system's libsrtp 2. Version 3 hides the policy behind functions
// and encrypts from one buffer into another; version 2 has an open struct and works in place.
#define srtp_policy_t srtp2_policy_t
#include <srtp2/srtp.h>
#undef srtp_policy_t
#include <openssl/crypto.h>
#include <cstddef>
#include <cstdint>
#include <cstring>

// Status codes that only version 3 has; the worker names them in its table of messages.
static constexpr auto srtp_err_status_buffer_small = static_cast<srtp_err_status_t>(28);
static constexpr auto srtp_err_status_cryptex_err = static_cast<srtp_err_status_t>(29);

struct srtp3_policy {
  srtp2_policy_t raw;
  uint8_t key[SRTP_MAX_KEY_LEN];
};
using srtp_policy_t = srtp3_policy*;

inline srtp_err_status_t srtp_policy_create(srtp_policy_t* policy) {
  *policy = new srtp3_policy();
  std::memset(&(*policy)->raw, 0, sizeof((*policy)->raw));
  return srtp_err_status_ok;
}

inline void srtp_policy_destroy(srtp_policy_t policy) {
  OPENSSL_cleanse(policy->key, sizeof(policy->key));
  delete policy;
}

inline srtp_err_status_t srtp_policy_set_ssrc(srtp_policy_t policy, srtp_ssrc_t ssrc) {
  policy->raw.ssrc = ssrc;
  return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_profile(srtp_policy_t policy, srtp_profile_t profile) {
  const auto status = srtp_crypto_policy_set_from_profile_for_rtp(&policy->raw.rtp, profile);
  if (status != srtp_err_status_ok) return status;
  return srtp_crypto_policy_set_from_profile_for_rtcp(&policy->raw.rtcp, profile);
}

inline srtp_err_status_t srtp_policy_add_key(srtp_policy_t policy, const uint8_t* key, size_t keyLength,
                                             const uint8_t* salt, size_t saltLength, const uint8_t* /*mki*/,
                                             size_t /*mkiLength*/) {
  if (keyLength + saltLength > sizeof(policy->key)) return srtp_err_status_bad_param;
  std::memcpy(policy->key, key, keyLength);
  std::memcpy(policy->key + keyLength, salt, saltLength);
  policy->raw.key = policy->key;
  return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_allow_repeat_tx(srtp_policy_t policy, bool allowed) {
  policy->raw.allow_repeat_tx = allowed;
  return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_window_size(srtp_policy_t policy, size_t size) {
  policy->raw.window_size = size;
  return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_create(srtp_t* session, srtp_policy_t policy) {
  return ::srtp_create(session, &policy->raw);
}

inline srtp_err_status_t srtp_stream_remove(srtp_t session, uint32_t ssrc) {
  return srtp_remove_stream(session, ssrc);
}

// Copies the packet where it shall end up and has version 2 work there; `grows` is what it may add.
template <class InPlace>
inline srtp_err_status_t srtp_from_to(InPlace inPlace, srtp_t session, const uint8_t* in, size_t length, uint8_t* out,
                                      size_t* outLength, size_t grows) {
  if (*outLength < length + grows) return srtp_err_status_buffer_small;
  if (in != out) std::memmove(out, in, length);
  int resulting = static_cast<int>(length);
  const srtp_err_status_t status = inPlace(session, out, &resulting);
  if (status == srtp_err_status_ok) *outLength = static_cast<size_t>(resulting);
  return status;
}

inline srtp_err_status_t srtp_protect(srtp_t session, const uint8_t* in, size_t length, uint8_t* out, size_t* outLength,
                                      size_t /*mkiIndex*/) {
  const auto inPlace = [](srtp_t s, void* packet, int* size) { return ::srtp_protect(s, packet, size); };
  return srtp_from_to(inPlace, session, in, length, out, outLength, SRTP_MAX_TRAILER_LEN);
}

inline srtp_err_status_t srtp_protect_rtcp(srtp_t session, const uint8_t* in, size_t length, uint8_t* out,
                                           size_t* outLength, size_t /*mkiIndex*/) {
  const auto inPlace = [](srtp_t s, void* packet, int* size) { return ::srtp_protect_rtcp(s, packet, size); };
  return srtp_from_to(inPlace, session, in, length, out, outLength, SRTP_MAX_TRAILER_LEN);
}

inline srtp_err_status_t srtp_unprotect(srtp_t session, const uint8_t* in, size_t length, uint8_t* out,
                                        size_t* outLength) {
  const auto inPlace = [](srtp_t s, void* packet, int* size) { return ::srtp_unprotect(s, packet, size); };
  return srtp_from_to(inPlace, session, in, length, out, outLength, 0);
}

inline srtp_err_status_t srtp_unprotect_rtcp(srtp_t session, const uint8_t* in, size_t length, uint8_t* out,
                                             size_t* outLength) {
  const auto inPlace = [](srtp_t s, void* packet, int* size) { return ::srtp_unprotect_rtcp(s, packet, size); };
  return srtp_from_to(inPlace, session, in, length, out, outLength, 0);
}
