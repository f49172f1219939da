#include "core/people/words.hpp"

#include <algorithm>

#include "core/text/fold.hpp"
#include "core/text/utf8.hpp"

namespace vgap::people {

namespace {

struct Word {
    std::string_view words;
    int state;
};

constexpr std::string_view kYes =
    "yes y true x ja wahr oui vrai si s verdadero documented dokumentiert documente documentado";
constexpr std::string_view kNo = "no n false nein falsch non faux none keine keiner aucun ninguno";

constexpr Word kOutcomes[] = {
    {"approved promoted granted accepted yes genehmigt befordert befoerdert zugesagt angenommen "
     "approuve approuvee promu promue accepte acceptee aprobado aprobada promovido promovida "
     "ascendido ascendida",
     static_cast<int>(Outcome::kApproved)},
    {"notyet rejected declined deferred denied notapproved no nochnicht abgelehnt zuruckgestellt "
     "zurueckgestellt pasencore refuse refusee rejete rejetee differe differee todaviano aunno "
     "rechazado rechazada denegado denegada aplazado aplazada",
     static_cast<int>(Outcome::kNotYet)},
    {"pending open submitted inreview offen ausstehend laufend inprufung enattente encours "
     "pendiente enrevision encurso",
     static_cast<int>(Outcome::kPending)},
    {"withdrawn cancelled canceled zuruckgezogen zurueckgezogen retire retiree annule annulee "
     "retirado retirada cancelado cancelada",
     static_cast<int>(Outcome::kWithdrawn)},
};

constexpr Word kReadiness[] = {
    {"building developing notready develop imaufbau inentwicklung enconstruction "
     "endeveloppement enconstruccion endesarrollo",
     static_cast<int>(Readiness::kBuilding)},
    {"within12months withintwelvemonths readywithin12months readywithintwelvemonths "
     "readyin12months ready12months ready12 12months within1year readyin1year in12monaten "
     "innerhalbvon12monaten bereitin12monaten dans12mois sous12mois pretdans12mois en12meses "
     "dentrode12meses listoen12meses",
     static_cast<int>(Readiness::kWithinTwelveMonths)},
    {"readynow ready now bereit jetztbereit sofortbereit pret prete pretmaintenant listo lista "
     "listoahora",
     static_cast<int>(Readiness::kReadyNow)},
};

template <class State, std::size_t N>
std::optional<State> state_of(const Word (&rows)[N], std::string_view cell) {
    const std::string word = folded(cell);
    for (const Word& row : rows) {
        if (is_among(row.words, word)) return static_cast<State>(row.state);
    }
    return std::nullopt;
}

}  // namespace

std::string folded(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint each = text::decode(text, at);
        at += each.bytes;
        const std::size_t before = out.size();
        text::append_folded(out, each.value);
        if (out.size() > before && static_cast<unsigned char>(out[before]) >= 0x80) {
            out.resize(before);
        }
    }
    return out;
}

bool is_among(std::string_view words, std::string_view word) {
    if (word.empty()) return false;
    while (!words.empty()) {
        const std::size_t end = words.find(' ');
        if (words.substr(0, end) == word) return true;
        words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
    }
    return false;
}

std::optional<bool> truth_of(std::string_view cell) {
    const std::string word = folded(cell);
    if (is_among(kYes, word)) return true;
    if (is_among(kNo, word)) return false;
    constexpr std::size_t kMostDigits = 6;
    const bool is_count = !cell.empty() && cell.size() <= kMostDigits &&
                          cell.find_first_not_of("0123456789") == std::string_view::npos;
    if (!is_count) return std::nullopt;
    return cell.find_first_not_of('0') != std::string_view::npos;
}

std::optional<Outcome> outcome_of(std::string_view cell) {
    return state_of<Outcome>(kOutcomes, cell);
}

std::optional<Readiness> readiness_of(std::string_view cell) {
    return state_of<Readiness>(kReadiness, cell);
}

std::string_view to_string(Outcome outcome) {
    constexpr std::string_view kNames[] = {"approved", "not_yet", "pending", "withdrawn"};
    return kNames[static_cast<std::size_t>(outcome)];
}

std::string_view to_string(Readiness readiness) {
    constexpr std::string_view kNames[] = {"not_stated", "building", "within_12_months",
                                           "ready_now"};
    return kNames[static_cast<std::size_t>(readiness)];
}

}  // namespace vgap::people
