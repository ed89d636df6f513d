"""Pages with their pictures: what is drawn, and where on a page it stands.

Pictures and pages do not know each other. Here the one is put into the other.
"""
