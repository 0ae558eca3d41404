#include <utility>

#include "core/explain/sentences.h"
#include "core/json/writer.h"
#include "core/values/arn.h"

namespace sts_playground {
namespace {

// The caller as a trust policy's Principal names it: a session by its role, since a session's ARN would let in that session alone.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
void write_principal(json::Writer& out, const Caller& caller) {
  out.open_object("Principal");
  if (caller.kind == CallerKind::federated) out.string("Federated", caller.provider);
  else if (caller.kind == CallerKind::service) out.string("Service", caller.service);
  else out.string("AWS", caller.principal_arn.empty() ? caller.arn : caller.principal_arn);
  out.close_object();
}

bool takes_principal(LayerKind kind) { return kind == LayerKind::trust || kind == LayerKind::resource; }

std::string statement_json(const Authorization& authorization, LayerKind kind) {
  std::string text;
  json::Writer out(text);
  out.open_object();
  out.string("Effect", "Allow");
  if (takes_principal(kind)) write_principal(out, authorization.caller);
  out.string("Action", authorization.action);
  if (kind != LayerKind::trust) out.string("Resource", authorization.resource);
  out.close_object();
  return text;
}

}  // namespace

std::optional<Message> statement_to_add(const Authorization& authorization, const LayerResult& layer) {
  const bool nobody = authorization.caller.kind == CallerKind::anonymous;
  if (layer.kind == LayerKind::rcp || layer.full_access || (nobody && takes_principal(layer.kind))) return std::nullopt;
  Message message(MessageId::add_statement, {statement_json(authorization, layer.kind)});
  message.parts.push_back(layer_title(layer));
  return message;
}

std::optional<Message> other_layers(const Authorization& authorization) {
  for (const LayerResult& layer : authorization.layers) {
    const bool lacks = layer.verdict == LayerVerdict::implicit_deny && !layer.ignored && !layer.decisive;
    if (!lacks) continue;
    Message message(MessageId::add_statement_there_too, {authorization.action});
    message.parts.push_back(layer_title(layer));
    return message;
  }
  return std::nullopt;
}

}  // namespace sts_playground
