#include "core/people/columns.hpp"

#include <algorithm>

#include "core/people/words.hpp"

namespace vgap::people {

namespace {

struct FieldRow {
    Field field;
    std::string_view name;
    std::string_view words;  // folded, of the four languages
};

constexpr FieldRow kRows[] = {
    {Field::kId, "id",
     "id employee employeeid employeenumber person personid staffid workerid candidate candidateid "
     "mitarbeiter mitarbeiterin mitarbeiterid mitarbeiternummer personalnummer personalnr person "
     "kandidat matricule employe idemploye salarie personne candidat empleado idempleado "
     "numerodeempleado legajo persona candidato"},
    {Field::kStage, "stage",
     "stage level currentlevel currentstage grade joblevel stufe ebene karrierestufe "
     "fuhrungsstufe fuehrungsstufe niveau niveauactuel echelon palier nivel nivelactual etapa "
     "escalon"},
    {Field::kSince, "since",
     "since stagesince instagesince levelsince inlevelsince atlevelsince seit stufeseit "
     "inderstufeseit aufstufeseit depuis depuisle niveaudepuis desde niveldesde enelniveldesde"},
    {Field::kTrack, "track",
     "track careertrack laufbahn karrierepfad filiere voie carrera itinerario trayectoria"},
    {Field::kPath, "path_documented",
     "pathdocumented path documentedpath clearpath careerpathdocumented pfaddokumentiert "
     "wegdokumentiert entwicklungspfaddokumentiert laufbahndokumentiert parcoursdocumente "
     "cheminementdocumente caminodocumentado trayectoriadocumentada rutadocumentada"},
    {Field::kGaps, "gaps",
     "gaps gapsdocumented documentedgaps gapsvisible gapsnamed luckendokumentiert "
     "lueckendokumentiert lucken luecken ecarts ecartsdocumentes lacunes lacunesdocumentees "
     "brechas brechasdocumentadas carencias carenciasdocumentadas"},
    {Field::kEntered, "entered",
     "entered hired hiredate joined joindate dateofhire dateofentry startdate eintritt "
     "eintrittsdatum eingetreten einstellungsdatum entree datedentree dateentree embauche "
     "datedembauche ingreso fechadeingreso fechaingreso alta fechadealta"},
    {Field::kLeft, "left",
     "left leavedate leftdate lefton exitdate terminationdate departed austritt austrittsdatum "
     "ausgetreten sortie datedesortie depart datededepart salida fechadesalida baja fechadebaja"},
    {Field::kReadiness, "readiness",
     "readiness ready readinessstatus bereitschaft reife reifegrad preparation etatdepreparation "
     "maturite preparacion gradodepreparacion"},
    {Field::kSuccessorFor, "successor_for",
     "successorfor successor candidatefor nachfolgefur nachfolgefuer nachfolge successeurde "
     "successionpour releve sucesorde sucesionpara"},
    {Field::kGroup, "group",
     "group unit department businessunit gruppe einheit abteilung bereich groupe unite service "
     "departement grupo unidad departamento area"},
    {Field::kFrom, "from",
     "from fromstage fromlevel von vonstufe bisherigestufe de deniveau desdenivel denivel "
     "origen"},
    {Field::kTo, "to",
     "to tostage tolevel targetlevel zu nach nachstufe zielstufe a vers versniveau niveauvise "
     "hacia anivel destino niveldestino"},
    {Field::kSubmitted, "submitted",
     "submitted submittedon submissiondate datesubmitted eingereicht eingereichtam einreichung "
     "einreichungsdatum soumis soumisle depose datedesoumission presentado presentada "
     "fechadepresentacion enviado"},
    {Field::kDecided, "decided",
     "decided decidedon decisiondate datedecided entschieden entschiedenam entscheidungsdatum "
     "decide decidele datededecision decidido decidida fechadedecision"},
    {Field::kOutcome, "outcome",
     "outcome decision result ergebnis entscheidung ausgang resultat issue resultado"},
    {Field::kAttempt, "attempt",
     "attempt attemptnumber submissionnumber try versuch versuchsnummer tentative essai "
     "numerodetentative intento numerodeintento"},
};
static_assert(std::size(kRows) == kFields);

constexpr Field kPeopleFields[] = {Field::kId,           Field::kStage, Field::kSince,
                                   Field::kTrack,        Field::kPath,  Field::kGaps,
                                   Field::kEntered,      Field::kLeft,  Field::kReadiness,
                                   Field::kSuccessorFor, Field::kGroup};
constexpr Field kDecisionFields[] = {Field::kId,        Field::kFrom,    Field::kTo,
                                     Field::kSubmitted, Field::kDecided, Field::kOutcome,
                                     Field::kAttempt,   Field::kGaps};
constexpr Field kNeeded[] = {Field::kId, Field::kStage, Field::kFrom, Field::kTo, Field::kOutcome};

const FieldRow& row_of(Field field) {
    return kRows[static_cast<std::size_t>(field)];
}

struct Told {
    std::string_view field, column;
};

Told split(std::string_view pair) {
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos) return {};
    return {pair.substr(0, equals), pair.substr(equals + 1)};
}

template <class Names>
std::string joined(const Names& names) {
    std::string out;
    for (const auto& name : names) {
        if (!out.empty()) out += ", ";
        out += name;
    }
    return out;
}

}  // namespace

bool is_needed(Field field) {
    return std::find(std::begin(kNeeded), std::end(kNeeded), field) != std::end(kNeeded);
}

std::string_view to_string(File file) {
    return file == File::kPeople ? "people" : "decisions";
}

std::string_view to_string(Field field) {
    return row_of(field).name;
}

std::span<const Field> fields_of(File file) {
    if (file == File::kPeople) return kPeopleFields;
    return kDecisionFields;
}

base::Result<Mapping> map_columns(File file, const std::vector<std::string>& names,
                                  std::span<const std::string> told) {
    Mapping mapping;
    base::Errors problems;
    std::vector<bool> taken(names.size());
    for (const std::string& pair : told) {
        const Told each = split(pair);
        const auto column = std::find(names.begin(), names.end(), each.column);
        if (column == names.end()) continue;
        for (const Field field : fields_of(file)) {
            if (row_of(field).name != each.field) continue;
            const auto at = static_cast<std::size_t>(column - names.begin());
            mapping[field] = Mapped{at, false};
            taken[at] = true;
        }
    }
    for (const Field field : fields_of(file)) {
        if (mapping[field]) continue;
        std::vector<std::size_t> found;
        for (std::size_t at = 0; at < names.size(); ++at) {
            if (taken[at]) continue;
            const std::string word = folded(names[at]);
            // The field's own name before what else it may be called.
            if (word == folded(row_of(field).name)) {
                found.assign(1, at);
                break;
            }
            if (is_among(row_of(field).words, word)) found.push_back(at);
        }
        const std::string name(row_of(field).name);
        if (found.size() > 1) {
            base::note(
                problems,
                {"error.people.two_columns",
                 "1:" + std::to_string(found[1] + 1),
                 {{"field", name}, {"first", names[found[0]]}, {"second", names[found[1]]}}});
        } else if (!found.empty()) {
            mapping[field] = Mapped{found[0], true};
            taken[found[0]] = true;
        } else if (is_needed(field)) {
            base::note(problems, {"error.people.missing_column",
                                  "1:1",
                                  {{"field", name}, {"known", joined(names)}}});
        }
    }
    if (!problems.empty()) return base::fail(std::move(problems));
    return mapping;
}

base::Errors check_told(std::span<const std::string> told, std::span<const std::string> all) {
    base::Errors problems;
    for (const std::string& pair : told) {
        const Told each = split(pair);
        if (each.field.empty() || each.column.empty()) {
            base::note(problems, {"error.people.map_form", "", {{"found", pair}}});
            continue;
        }
        const auto known = std::find_if(std::begin(kRows), std::end(kRows),
                                        [&](const FieldRow& r) { return r.name == each.field; });
        if (known == std::end(kRows)) {
            std::vector<std::string_view> fields;
            for (const FieldRow& row : kRows) fields.push_back(row.name);
            base::note(problems, {"error.people.unknown_field",
                                  "",
                                  {{"found", std::string(each.field)}, {"known", joined(fields)}}});
        }
        if (std::find(all.begin(), all.end(), each.column) == all.end()) {
            base::note(problems, {"error.people.no_column",
                                  "",
                                  {{"found", std::string(each.column)}, {"known", joined(all)}}});
        }
    }
    return problems;
}

}  // namespace vgap::people
