// articles_fuzz — any bytes as an article: refused with places, or a page in which nothing of it became markup, and a pack that
// is read again; and any bytes as a pack: refused with places, or searched and recommended from.
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
#include "core/articles/recommend.hpp"
#include "core/articles/search.hpp"
#include "core/json/parse.hpp"
#include "core/json/read.hpp"
#include "core/text/fold.hpp"
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

void use_pack(std::string_view bytes, std::string_view question) {
    const vgap::base::Result<articles::Pack> pack = articles::read_pack(bytes);
    if (!pack) {
        vgap::fuzz::require_good(pack.error());
        return;
    }
    std::vector<const articles::Packed*> all;
    articles::Need need;
    for (const articles::Packed& article : pack->articles) {
        all.push_back(&article);
        need.gaps.emplace_back(article.dimension, 1.0);
        need.patterns.insert(need.patterns.end(), article.patterns.begin(), article.patterns.end());
        for (const articles::Block& block : article.blocks) {
            for (const auto& row : block.rows) {
                for (const articles::Line& line : row) {
                    for (const articles::Span& span : line) {
                        require(span.mark != articles::Mark::kLink ||
                                span.to.starts_with("https://") ||
                                vgap::json::is_identifier(span.to));
                    }
                }
            }
        }
    }
    const auto recommended = articles::recommend(all, need, {});
    require(recommended.size() <= articles::kMostRecommended);
    for (const articles::Recommendation& each : recommended) {
        require(each.article < all.size() && !each.reason.message.empty());
    }
    const articles::Index index(all);
    require(index.find(question, 5).size() <= 5);
    for (const articles::Packed* article : all) {
        const std::vector<std::size_t> found = index.find(article->title, all.size());
        require(vgap::text::folded_words(article->title).empty() == found.empty());
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    use_pack(bytes, bytes.substr(0, 64));
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
    std::string packed;
    const articles::Article* const only = &article;
    articles::append_pack(packed, {&only, 1}, texts);
    require(vgap::json::parse(packed).has_value());
    use_pack(packed, article.title.value);
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
