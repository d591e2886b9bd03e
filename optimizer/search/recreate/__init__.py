"""Ruin and recreate: stops are taken out of given duties and put back in better ways, fast.

References
----------
Schrimpf et al. (2000), doi:10.1006/jcph.1999.6413 (ruin and recreate);
Christiaens & Vanden Berghe (2020), doi:10.1287/trsc.2019.0914 (removal of strings, blinks);
Vansteenwegen et al. (2009), doi:10.1016/j.cor.2009.03.008 (profit over time shift, slack).
"""
