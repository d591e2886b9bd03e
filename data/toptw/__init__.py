"""The team orienteering problem with time windows: public files read, posed and refereed.

References
----------
Vansteenwegen, Souffriau, Vanden Berghe & Van Oudheusden (2009), doi:10.1016/j.cor.2009.03.008.
"""
