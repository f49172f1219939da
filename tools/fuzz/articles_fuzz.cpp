// articles_fuzz — any bytes as an article: refused with places, or a page in which nothing of it became markup.
//
// In      bytes
// Out     a fault when an error has no code or place, or a page holds a script that is not its block of data, or an
//         address that is neither its site's own nor https
// Source  issue 7
// Tested  itself, bounded, by the sanitize flavour
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/articles/read.hpp"
#include "tools/articles/markdown.hpp"
#include "tools/articles/site.hpp"
#include "tools/fuzz/promise.hpp"

namespace {

using vgap::fuzz::require;

namespace articles = vgap::articles;

void require_errors(const vgap::base::Errors& errors) {
    require(!errors.empty());
    for (const vgap::base::Error& error : errors) {
        require(error.code.starts_with("error."));
        require(error.code == "error.more_problems" || error.where.find(':') != error.where.npos);
    }
}

void require_plain(std::string_view page) {
    std::size_t scripts = 0;
    for (std::size_t at = page.find("<script"); at != page.npos;
         at = page.find("<script", at + 1)) {
        require(page.substr(at).starts_with("<script type=\"application/ld+json\">["));
        ++scripts;
    }
    std::size_t ends = 0;
    for (std::size_t at = page.find("</script"); at != page.npos;
         at = page.find("</script", at + 1)) {
        ++ends;
    }
    require(scripts == ends && scripts <= 1);
    constexpr std::string_view kHref = "<a href=\"";
    for (std::size_t at = page.find(kHref); at != page.npos; at = page.find(kHref, at + 1)) {
        const std::string_view address = page.substr(at + kHref.size());
        require(address.starts_with("https://") || address.starts_with("../") ||
                address.starts_with("#") || address.starts_with("en/"));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    vgap::base::Result<articles::Source> read = articles::read_article(bytes);
    if (!read) {
        require_errors(read.error());
        const vgap::base::Result<articles::Body> body = articles::parse_markdown(bytes);
        if (!body) require_errors(body.error());
        return 0;
    }
    vgap::base::Result<articles::Body> body =
        articles::parse_markdown(read->markdown, read->first_line);
    if (!body) {
        require_errors(body.error());
        return 0;
    }
    articles::Article& article = read->article;
    article.language = "en";
    article.slug = "one";
    article.file = "en/one.md";
    article.body = std::move(*body);

    static const vgap::text::Catalogue texts = *vgap::text::Catalogue::read(
        R"({"schema":"catalogue/1","language":"en","messages":{"articles.title":"Articles"}})");
    static const vgap::instrument::Instrument instrument = [] {
        vgap::instrument::Instrument made;
        made.dimensions.emplace_back();
        made.dimensions.back().id = "calibration";
        return made;
    }();
    const articles::Known known = {&instrument, {}, {&texts}, {}};
    for (const articles::Finding& finding : articles::check({&article, 1}, known)) {
        require_errors({finding.what});
    }
    // What the linter would have refused must not do harm either.
    const articles::Settings settings = {"https://example.org", "", ""};
    for (const articles::File& file : articles::build({&article, 1}, known, settings)) {
        if (file.path.ends_with(".html")) require_plain(file.bytes);
    }
    return 0;
}
