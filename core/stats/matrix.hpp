// stats/matrix — a small dense matrix and the three things asked of it; the one includer of Eigen.
//
// In      Matrix, row after row
// Out     inverse, solution of a linear system: nullopt when singular (reciprocal condition under
//         1e-12); spectrum: eigenvalues in descending order, vectors as columns
// Errors  none
// Source  Eigen 3.4: partial-pivoting LU, tridiagonal QR of symmetric matrices
// Cost    O(n^3)
// Tested  tests/core/stats/matrix_test.cpp
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace vgap::stats {

class Matrix {
  public:
    Matrix() = default;
    Matrix(std::size_t rows, std::size_t columns, double value = 0)
        : rows_(rows), columns_(columns), values_(rows * columns, value) {}

    std::size_t rows() const { return rows_; }
    std::size_t columns() const { return columns_; }
    double& operator()(std::size_t i, std::size_t j) { return values_[i * columns_ + j]; }
    double operator()(std::size_t i, std::size_t j) const { return values_[i * columns_ + j]; }
    const double* data() const { return values_.data(); }
    double* data() { return values_.data(); }

  private:
    std::size_t rows_ = 0;
    std::size_t columns_ = 0;
    std::vector<double> values_;
};

Matrix identity(std::size_t n);
Matrix transposed(const Matrix& a);
Matrix product(const Matrix& a, const Matrix& b);
std::vector<double> product(const std::vector<double>& row, const Matrix& a);  // row · a

std::optional<Matrix> inverse(const Matrix& a);
std::optional<std::vector<double>> solve(const Matrix& a, const std::vector<double>& b);

struct Spectrum {
    std::vector<double> values;
    Matrix vectors;
};
Spectrum spectrum_of_symmetric(const Matrix& a);

}  // namespace vgap::stats
