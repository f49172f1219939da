#include "core/articles/recommend.hpp"

#include <algorithm>

namespace vgap::articles {

namespace {

constexpr std::string_view kFoundational = "foundational";

// What is still to be read about.
class Open {
  public:
    explicit Open(const Need& need) : need_(need) {
        double sum = 0;
        for (const auto& [dimension, points] : need.gaps) sum += std::max(0.0, points);
        for (const auto& [dimension, points] : need.gaps) {
            shares_.push_back(sum > 0 ? std::max(0.0, points) / sum : 0);
        }
        patterns_.assign(need.patterns.size(), true);
    }

    // How much the article says about it, and what most.
    double worth(const Packed& article, Reason& reason) const {
        double sum = 0;
        double most = 0;
        for (const std::string& pattern : article.patterns) {
            const std::size_t at = position(need_.patterns, pattern);
            if (at == need_.patterns.size() || !patterns_[at]) continue;
            sum += kPatternWorth;
            if (kPatternWorth > most) {
                most = kPatternWorth;
                reason = {"reading.because.pattern", pattern, 0};
            }
        }
        const auto count = [&](const std::string& dimension, double factor) {
            for (std::size_t at = 0; at < need_.gaps.size(); ++at) {
                if (need_.gaps[at].first != dimension) continue;
                const double part = factor * shares_[at];
                sum += part;
                if (part > most) {
                    most = part;
                    reason = {"reading.because.gap", dimension, need_.gaps[at].second};
                }
            }
        };
        count(article.dimension, 1);
        for (const std::string& dimension : article.dimensions) count(dimension, 0.5);
        return sum;
    }

    void settle(const Packed& article) {
        for (const std::string& pattern : article.patterns) {
            const std::size_t at = position(need_.patterns, pattern);
            if (at < need_.patterns.size()) patterns_[at] = false;
        }
        for (std::size_t at = 0; at < need_.gaps.size(); ++at) {
            if (need_.gaps[at].first == article.dimension) shares_[at] = 0;
        }
    }

  private:
    static std::size_t position(const std::vector<std::string>& list, const std::string& id) {
        return static_cast<std::size_t>(std::find(list.begin(), list.end(), id) - list.begin());
    }

    const Need& need_;
    std::vector<double> shares_;
    std::vector<bool> patterns_;
};

}  // namespace

std::vector<Recommendation> recommend(std::span<const Packed* const> articles, const Need& need,
                                      const std::set<std::string, std::less<>>& read) {
    std::vector<Recommendation> out;
    std::vector<bool> taken(articles.size());
    for (const bool again : {false, true}) {
        Open open(need);
        while (out.size() < kMostRecommended) {
            Recommendation best;
            double most = 0;
            for (std::size_t at = 0; at < articles.size(); ++at) {
                const Packed& article = *articles[at];
                if (taken[at] || read.contains(article.slug) != again) continue;
                Reason reason;
                const double worth = open.worth(article, reason);
                const bool first = worth == most && most > 0 &&
                                   article.difficulty == kFoundational &&
                                   articles[best.article]->difficulty != kFoundational;
                if (worth > most || first) {
                    most = worth;
                    best = {at, again, std::move(reason)};
                }
            }
            if (most <= 0) break;
            taken[best.article] = true;
            open.settle(*articles[best.article]);
            out.push_back(std::move(best));
        }
    }
    return out;
}

}  // namespace vgap::articles
