// ui/ui — the facade: each call says one thing that is on the screen; it paints it with Dear ImGui
// (in the canvas skin) and records its node (in both), and gives back what a person did to it.
//
// In      View: size, visible slice, density, pointer; events from the DOM or from a test
// Out     nodes in reading order, content height, draw data of the tile
// Errors  none: an event for a node that is no longer there is dropped
// Source  HOUSE.md §2
// Cost    O(nodes + characters) a frame, and no frame when nothing happened
// Tested  tests/web/ui/ui_test.cpp
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "web/ui/node.hpp"
#include "web/ui/painter.hpp"
#include "web/ui/text_layout.hpp"
#include "web/ui/theme.hpp"

struct ImGuiContext;

namespace vgap::ui {

enum class Skin : unsigned char { kCanvas, kDocument };

struct Pointer {
    float x = -1e9f, y = -1e9f;  // content coordinates; far away when there is none
    bool down = false;
};

struct View {
    float width = 760;
    float tile_top = 0, tile_height = 900;  // the slice that the canvas covers
    float density = 1;                      // device pixels per CSS pixel
    Skin skin = Skin::kCanvas;
    Pointer pointer;
};

// One mark of a lane; positions in percent of its width.
enum class MarkKind : unsigned char { kLine, kBar, kRange, kDot, kRing, kTick };
struct Mark {
    MarkKind kind = MarkKind::kLine;
    float from = 0, to = 0;
    Token color = Token::kLine;
};

// What a slider goes over, in the unit of its value.
struct Scale {
    double least = 0, most = 100, step = 1;
};

// What was done to a lever: its slider was moved, or something was typed into its field.
struct Turned {
    std::optional<double> slid;
    std::optional<std::string> typed;
};

// A chart over time: lines and the areas between two of them, each with a value per place, from left to right; values in
// percent of the height, from the bottom.
struct Curve {
    std::vector<float> values;
    Token color = Token::kAccent;
    float thickness = 2;
    Dash dash = Dash::kNone;
};
struct Spread {
    std::vector<float> low, high;
    Token color = Token::kAccent;
};
struct Plot {
    std::vector<Spread> spreads;
    std::vector<Curve> curves;
    std::vector<std::pair<float, std::string>> left;   // percent of the height, what stands there
    std::vector<std::pair<float, std::string>> below;  // percent of the width
    float height = 200;                                // CSS px, without what stands below
};

// What stands in a table behind its first column: numbers at the column's end, or words at its start.
enum class Cells : unsigned char { kNumbers, kWords };

enum class NavPress : unsigned char { kNone, kBack, kNext };

class Ui {
  public:
    explicit Ui(GlyphSource& glyphs);
    ~Ui();
    Ui(const Ui&) = delete;
    Ui& operator=(const Ui&) = delete;

    void palette(const Palette& palette) { palette_ = palette; }
    void forget_letters();  // the source gives others from here on
    void begin(const View& view, std::vector<Event> events);
    void end();

    // Closes a container when it goes out of scope.
    class Scope {
      public:
        Scope(Ui& ui, int kind) : ui_(&ui), kind_(kind) {}
        Scope(Scope&& other) noexcept : ui_(other.ui_), kind_(other.kind_) { other.ui_ = nullptr; }
        ~Scope() {
            if (ui_ != nullptr) ui_->close(kind_);
        }
        Scope(const Scope&) = delete;
        Scope& operator=(const Scope&) = delete;
        Scope& operator=(Scope&&) = delete;

      private:
        Ui* ui_;
        int kind_;
    };

    // Containers.
    [[nodiscard]] Scope section(std::string_view key, Role role = Role::kSection);
    [[nodiscard]] Scope card(std::string_view key);
    [[nodiscard]] Scope columns(std::string_view key, int count);
    [[nodiscard]] Scope column(std::string_view key);
    [[nodiscard]] Scope flow(std::string_view key, Style style = Style::kFlow);
    [[nodiscard]] Scope group(std::string_view key, std::string_view legend, std::string_view help);
    [[nodiscard]] Scope list(std::string_view key);
    [[nodiscard]] Scope figure(std::string_view key, std::string_view finding);
    [[nodiscard]] Scope table(std::string_view key, std::string_view caption,
                              std::vector<float> shares, Cells cells = Cells::kNumbers);
    [[nodiscard]] Scope row(std::string_view key);

    // Texts. `**bold**` and kLinkOn are understood in all of them.
    void heading(std::string_view key, int level, Style style, std::string_view text);
    void text(std::string_view key, Style style, std::string_view text);
    void status(std::string_view key, Style style, std::string_view text);
    void quote(std::string_view key, std::string_view text);
    void list_item(std::string_view key, std::string_view text);
    void cell(std::string_view key, Role role, std::string_view text);

    // Controls; each returns what happened to it since the last frame.
    bool button(std::string_view key, Style style, std::string_view text);
    bool disclosure(std::string_view key, std::string_view text, bool expanded,
                    Style style = Style::kLinklike);
    // Turns the page into a language, and is named in it.
    bool language(std::string_view tag, std::string_view name, bool current);
    bool radio(std::string_view key, std::string_view label, std::string_view detail, bool checked);
    bool aside(std::string_view key, std::string_view label, bool checked);
    bool checkbox(std::string_view key, std::string_view label, bool checked);
    std::optional<std::string> input(std::string_view key, Role role, std::string_view label,
                                     std::string_view value);
    // The browser's own slider and field lie over the painted ones: keys, touch and voice are native. `said` is the value
    // in words, `typed` the text of the field beside it, which may hold what no slider can.
    Turned lever(std::string_view key, std::string_view label, std::string_view said, double value,
                 const Scale& scale, std::string_view typed);
    void progress(std::string_view key, std::string_view label, std::string_view done, int value,
                  int most, std::string_view left);
    NavPress nav(std::string_view key, std::string_view back, std::string_view saved,
                 std::string_view next);

    // Results.
    void hero(std::string_view key, std::string_view number, std::string_view unit,
              std::string_view band, bool good);
    // A listener hears label and finding; the value at the row's end is for eyes.
    void chart_row(std::string_view key, std::string_view label, std::string_view finding,
                   const std::vector<Mark>& marks, std::string_view value, Style value_style);
    void key_mark(std::string_view key, MarkKind kind, std::string_view text);
    // A listener hears the finding; what stands beside the axes is for eyes.
    void plot(std::string_view key, std::string_view finding, const Plot& plot);
    bool review_row(std::string_view key, std::string_view label, std::string_view state,
                    std::string_view action);

    // What was said last is in this language; empty: in the page's own.
    void in_language(std::string_view tag) { nodes_.back().lang = tag; }

    // Where the links lead in what was said last: a line "address\tname for a listener" for each.
    void leads_to(std::string_view links) { nodes_.back().value = links; }

    // Moves the reader's focus to the next heading that is described.
    void focus_next_heading() { wants_focus_ = true; }

    // Of cards and buttons, CSS px; the page around may have its own.
    void radius(float radius) { radius_ = radius; }

    bool phone() const { return phone_; }
    const std::vector<Node>& nodes() const { return nodes_; }
    float height() const { return height_; }
    NodeId focus() const { return focus_; }
    const View& view() const { return view_; }
    bool draws() const { return view_.skin == Skin::kCanvas; }

    // False where an event is asked about, and its node is not in the container that is open: nobody looks at what is.
    bool concerned() const;
    int unowned_strokes() const { return painter_.unowned_strokes(); }

  private:
    enum Kind {
        kPlain,
        kCardKind,
        kColumnsKind,
        kColumnKind,
        kFlowKind,
        kGroupKind,
        kListKind,
        kTableKind,
        kRowKind
    };

    struct Cursor {
        float x = 0, w = 0, y = 0;
        float margin = 0;  // below the last block, not yet spent
        bool flow = false;
        float flow_x = 0, flow_height = 0, gap = 0, row_gap = 0;
    };

    struct Open {
        std::size_t node = 0;
        Cursor outer;
        float top = 0;
        int column = 0, columns = 0;     // columns: next one, how many
        float tallest = 0;               // columns, rows
        std::vector<std::size_t> cards;  // columns: whose heights are made equal
        std::vector<float> shares;       // table
        Cells cells = Cells::kNumbers;   // table
        float section = 0;               // y of the innermost container with a place of its own
        bool places = false;             // this one
    };

    std::size_t record(std::string_view key, Role role, Style style, std::string_view name);
    Scope open(std::string_view key, Role role, Style style, std::string_view name, Kind kind);
    void close(int kind);
    // What is open has a place of its own, as wide as the page; what lies in it is placed from there.
    void place_here();
    void finish_columns(const Open& columns);
    void close_columns(const Open& done);
    void close_row(const Open& done);
    NodeId parent_id() const;
    void look_towards();

    Box block(float height, float above, float below);
    Box inline_box(float width, float height);
    const TextBlock& measure(std::string_view text, const Type& type, float width);
    Type type(Style style) const { return type_of(style, phone_); }
    void paragraph(std::string_view key, Role role, Style style, std::string_view text, float above,
                   float below, int level = 0, int state = 0);
    bool press(std::size_t node);  // hover and press visuals, and whether it was pressed
    bool took(NodeId id, Verb verb, std::string* value = nullptr);
    void own(std::size_t node) { painter_.owner(nodes_[node].id); }
    void paint_lane(const Box& lane, const std::vector<Mark>& marks);

    Metrics metrics_;
    Layouts layouts_;
    ImGuiContext* context_ = nullptr;
    Fonts fonts_{};
    Painter painter_;
    Palette palette_;
    View view_;
    float radius_ = kRadius;
    bool phone_ = false;
    std::vector<Event> events_;
    std::vector<Node> nodes_;
    std::vector<Open> stack_;
    Cursor cursor_;
    float height_ = 0;
    bool wants_focus_ = false;
    NodeId focus_ = 0;
    NodeId led_to_ = 0;            // the heading that the focus was last moved to
    std::vector<NodeId> towards_;  // what the one event's node lies in; empty: not known
};

}  // namespace vgap::ui
