//! Small programmes whose answers are known.

use super::*;

#[test]
fn the_greatest_value_of_a_small_programme_is_found_both_ways() {
    // Greatest 3a + 2b + 4c under a + b + 2c <= 4, 2a + 3c <= 5, 2a + b + 3c <= 7; each at most 3: 10.5.
    let mut it = Simplex::new(&[(0.0, 4.0), (0.0, 5.0), (0.0, 7.0)]);
    it.column(vec![(0, 1.0), (1, 2.0), (2, 2.0)], (0.0, 3.0), 3.0);
    it.column(vec![(0, 1.0), (2, 1.0)], (0.0, 3.0), 2.0);
    it.column(vec![(0, 2.0), (1, 3.0), (2, 3.0)], (0.0, 3.0), 4.0);
    let mut other = it.clone();

    assert_eq!(it.climb(100), End::Best);
    other.reprice();
    other.lean();
    other.settle();
    assert_eq!(other.mend(100), End::Best);

    assert!((it.objective() - 10.5).abs() < 1e-9, "{}", it.objective());
    assert!((other.objective() - 10.5).abs() < 1e-9, "{}", other.objective());
}
