// A sentence to show to people: the row of the message table and its arguments. Words are made later, in the reader's language.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sts_playground {

enum class MessageId : unsigned short;  // rows of core/text/messages.h

using MessageArguments = std::initializer_list<std::string_view>;

struct Message {
  MessageId id{};
  std::vector<std::string> arguments;  // for {0}, {1}, ... of the row's text
  std::vector<Message> parts;          // sentences within the sentence: the places after the arguments'

  Message() = default;
  explicit Message(MessageId message_id) : id(message_id) {}
  Message(MessageId message_id, std::vector<std::string> message_arguments) : id(message_id), arguments(std::move(message_arguments)) {}
  // Views, because hundreds of places make messages: the code that builds and frees strings at each would make the module larger.
  Message(MessageId message_id, MessageArguments message_arguments);
};

}  // namespace sts_playground
