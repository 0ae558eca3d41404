// Pieces of explanations that the sentences about conditions, elements and calls are put together from.
#pragma once

#include <optional>
#include <string>

#include "core/explain/explain.h"

namespace sts_playground {

// One sentence behind the other.
Message then(Message first, Message second);

// durations.cpp: a condition that compares one duration or instant with another, told as times. Nothing for any other condition.
std::optional<Message> timed_condition(const JudgedStatement& judged, const ElementExplanation& element, std::string_view folded_key,
                                       bool holds);

// key_absence.cpp: why this request cannot have the key, whoever calls; else when a request has it. Nothing where nothing is known.
std::optional<Message> why_absent(const JudgedStatement& judged, const std::string& key);

// error_reason.cpp: an error of AWS in plain words, with what to do.
Message error_reason(const CallError& error);

// statement_to_add.cpp: the statement that would allow the action, as JSON, with the policy that it belongs to. Nothing where the layer
// is none that one adds to.
std::optional<Message> statement_to_add(const Authorization& authorization, const LayerResult& layer);
// The other layers that do not allow it either.
std::optional<Message> other_layers(const Authorization& authorization);

// session_tags_reason.cpp: why the call needs the action of this authorisation at all. Nothing for its own action.
std::optional<Message> demanded_because(const CallResult& result, const std::string& action);

// allow_reason.cpp: who allowed.
Message allow_sentence(const Authorization& authorization);

}  // namespace sts_playground
