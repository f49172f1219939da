#include "web/app/app.hpp"

#include <gtest/gtest.h>

#include "tests/web/driver.hpp"

namespace vgap {
namespace {

using test::Driver;
using ui::Role;

TEST(App, TakesAVisitorFromTheIntroToTheResult) {
    Driver driver;
    driver.frame();
    EXPECT_EQ(driver.heading(), "Velocity Gap Assessment");
    driver.press(Role::kButton, "Start");
    int pages = 0;
    while (driver.find(Role::kButton, "See the result") == nullptr && pages++ < 30) {
        driver.choose_in_every_group(1);
        driver.press(Role::kButton, "Next");
    }
    EXPECT_EQ(pages, 9);
    driver.press(Role::kButton, "See the result");
    EXPECT_EQ(driver.heading(), "Your velocity gap");
    EXPECT_NE(driver.app().profile().find("\"schema\":\"profile/1\""), std::string::npos);
}

}  // namespace
}  // namespace vgap
