// Who allowed a call: the policies that were needed, by name.
#include "core/explain/sentences.h"
#include "core/values/arn.h"

namespace sts_playground {
namespace {

const LayerResult* allowing(const Authorization& authorization, bool resource_side) {
  for (const LayerResult& layer : authorization.layers) {
    const bool on_resource = layer.kind == LayerKind::trust || layer.kind == LayerKind::resource;
    const bool wanted = resource_side ? on_resource : layer.kind == LayerKind::identity;
    if (wanted && layer.verdict == LayerVerdict::allow) return &layer;
  }
  return nullptr;
}

bool is_direct(PrincipalNaming naming) { return naming != PrincipalNaming::none && naming != PrincipalNaming::account; }

// The role or resource has allowed; `own`: the caller's own policies, where they did too.
Message by_resource(const Authorization& authorization, const LayerResult& layer, const LayerResult* own) {
  const bool trust = layer.kind == LayerKind::trust;
  const std::string name = short_name(layer.name);
  const std::string& action = authorization.action;
  if (authorization.caller.kind == CallerKind::federated) {
    return Message(MessageId::allowed_federated, {name, authorization.caller.provider, action});
  }
  if (authorization.caller.kind == CallerKind::service) {
    return Message(trust ? MessageId::allowed_service_by_trust : MessageId::allowed_service_by_resource,
                   {name, authorization.caller.service, action});
  }
  if (authorization.same_account && is_direct(authorization.naming)) {
    return Message(trust ? MessageId::allowed_by_trust_alone : MessageId::allowed_by_resource_alone, {name, action});
  }
  if (!own) return Message(trust ? MessageId::allowed_by_trust : MessageId::allowed_by_resource, {name, action});
  if (own->full_access)
    return Message(trust ? MessageId::allowed_by_trust_and_root : MessageId::allowed_by_resource_and_root, {name, action});
  return Message(trust ? MessageId::allowed_by_trust_and_own : MessageId::allowed_by_resource_and_own,
                 {name, short_name(own->name), action});
}

}  // namespace

Message allow_sentence(const Authorization& authorization) {
  const LayerResult* own = allowing(authorization, false);
  if (const LayerResult* layer = allowing(authorization, true)) return by_resource(authorization, *layer, own);
  if (!own) return Message(MessageId::summary_allowed, {authorization.action});
  if (own->full_access) return Message(MessageId::allowed_root, {authorization.action});
  return Message(MessageId::allowed_by_own, {short_name(own->name), authorization.action});
}

}  // namespace sts_playground
