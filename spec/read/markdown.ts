import type { Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

/** These pages write a range as `a~b`: strikethrough would lose its end. It is also slow on hostile text. */
const withoutStrikethrough = { disable: { null: ['strikethrough'] } };

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(function () {
    const data = this.data();
    data.micromarkExtensions = [...(data.micromarkExtensions ?? []), withoutStrikethrough];
  })
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .freeze();

/** A page as one tree of HTML elements, written in Markdown or HTML; every line is a line of `text`. */
export function parsePage(text: string): Root {
  return processor.runSync(processor.parse(text));
}
