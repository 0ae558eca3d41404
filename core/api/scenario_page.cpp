// The scenario's format as a page of reference. No function of the module calls this, so the module does not hold it.
#include <string>
#include <string_view>

#include "core/api/api.h"
#include "core/assist/catalog_facts.h"
#include "core/assist/catalog_texts.h"
#include "core/catalog/operations.h"
#include "core/catalog/parameters.h"
#include "core/scenario/format_texts.h"
#include "core/text/ascii.h"

namespace sts_playground {
namespace {

using format::Form;
using format::Kind;
using format::Shape;
using format::Text;

constexpr std::string_view example = R"({
  "format": "sts-playground/1",
  "accounts": {
    "111122223333": {
      "users": { "LiJuan": {} },
      "roles": {
        "Audit": {
          "trust": {
            "Version": "2012-10-17",
            "Statement": [
              {
                "Effect": "Allow",
                "Principal": { "AWS": "arn:aws:iam::111122223333:user/LiJuan" },
                "Action": "sts:AssumeRole"
              }
            ]
          }
        }
      }
    }
  },
  "steps": [
    {
      "as": "arn:aws:iam::111122223333:user/LiJuan",
      "call": "sts:AssumeRole",
      "with": { "RoleArn": "arn:aws:iam::111122223333:role/Audit", "RoleSessionName": "li" },
      "expect": { "decision": "Allow" }
    }
  ]
}
)";

class PageWriter {
 public:
  explicit PageWriter(Language language) : language_(language) {}

  std::string page() {
    out_.append("<!-- ").append(words(Text::page_generated)).append(" -->\n# ").append(words(Text::page_title)).append("\n");
    for (const Text text : {Text::page_introduction, Text::page_policies, Text::page_schema}) paragraph(words(text));
    out_.append("\n```json\n").append(example).append("```\n");
    for (int i = 0; i < static_cast<int>(format::Object::count_); ++i) object(static_cast<format::Object>(i));
    out_.append("\n## ").append(words(Text::page_parameters)).append("\n");
    paragraph(words(Text::page_parameters_introduction));
    for (const CatalogOperation& row : catalog_operations()) operation(row.name);
    return std::move(out_);
  }

 private:
  std::string_view words(Text text) const { return format::words(text, language_); }

  void paragraph(std::string_view text) { out_.append("\n").append(text).append("\n"); }

  void table_head() {
    out_.append("\n| ").append(words(Text::column_field)).append(" | ").append(words(Text::column_kind));
    out_.append(" | ").append(words(Text::column_meaning)).append(" |\n|---|---|---|\n");
  }

  void table_row(std::string_view name, const Shape& shape, bool required, std::string_view meaning, const std::string& address) {
    out_.append("| `").append(name).append("` | ").append(kind(shape));
    if (required) out_.append(", *").append(words(Text::page_required)).append("*");
    out_.append(" | ").append(meaning);
    if (!address.empty()) out_.append(" [AWS](").append(address).append(")");
    out_.append(" |\n");
  }

  // A link to an object's part of the page: GitHub's anchors are in lower case.
  static std::string link(format::Object object) {
    const std::string name(object_name(object));
    std::string anchor;
    for (const char c : name) anchor += ascii_lower(c);
    return "[" + name + "](#" + anchor + ")";
  }

  std::string kind(const Shape& shape) const {
    std::string text;
    if (shape.form == Form::list) text = words(Text::page_list);
    if (shape.form == Form::map) text = words(Text::page_map);
    if (shape.form == Form::list_or_map) text = words(Text::page_list_or_map);
    return text.append(shape.kind == Kind::object ? link(shape.of) : std::string(words(format::kind_text(shape.kind))));
  }

  void object(format::Object object) {
    out_.append("\n## ").append(object_name(object)).append("\n");
    if (const std::string places = places_of(object); !places.empty()) {
      paragraph(std::string(words(Text::page_found_in)) + " " + places);
    }
    if (fields_of(object).empty()) return paragraph(words(Text::page_no_fields));
    table_head();
    for (const format::Field& row : fields_of(object)) {
      table_row(row.name, row.shape, row.required, words(row.text), address(row.text));
    }
  }

  // The fields that hold such an object: "[account](#account)`.roles`, ..."
  std::string places_of(format::Object object) const {
    std::string places;
    for (const format::Field& row : format::fields()) {
      const bool holds = row.shape.kind == Kind::object || row.shape.kind == Kind::localized;
      if (!holds || row.shape.of != object) continue;
      places.append(places.empty() ? "" : ", ").append(link(row.object)).append("`.").append(row.name).append("`");
    }
    for (const Parameter& row : parameters()) {
      const Shape shape = format::parameter_shape(row);
      if (shape.kind == Kind::object && shape.of == object) return std::string(words(Text::kind_parameters));
    }
    return places;
  }

  void operation(std::string_view name) {
    out_.append("\n### ").append(name).append("\n");
    if (const std::string address = operation_address(name); !address.empty()) paragraph("<" + address + ">");
    bool any = false;
    for (const Parameter& row : parameters()) {
      if (row.operation != name) continue;
      if (!any) table_head();
      any = true;
      const CatalogText* about = find_parameter_text(name, row.name);
      table_row(row.name, format::parameter_shape(row), row.required, about ? about->text(language_) : "", "");
    }
    if (!any) paragraph(words(Text::page_no_parameters));
  }

  Language language_;
  std::string out_;
};

}  // namespace

std::string scenario_page(std::string_view language) { return PageWriter(parse_language(language).value_or(Language::english)).page(); }

}  // namespace sts_playground
