"""What the project's own copy says of itself, so that another copy notices what it left as it was."""

ID = "digital-questions-for-boards"
NAME = "Digital questions for boards"
ADDRESS = "https://example.org/digital-questions-for-boards/"
REPOSITORY = ""  # OWNER/NAME, once there is a public one: until then every repository counts as a copy
