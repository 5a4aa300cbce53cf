"""Print the JSON Schema: python -m newsmodel.codec > src/newsmodel/codec/article-1.schema.json."""

import sys

from newsmodel.codec.schema import schema_text

sys.stdout.write(schema_text())
