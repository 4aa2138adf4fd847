"""OParl 1.1 as files: what the bodies of the quarter did, for portals, archives and the city."""
