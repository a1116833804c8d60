import { posix } from 'node:path';

const repository = 'https://github.com/your-org/evs-conformance';

/** Where pages stand that have another place in the repository. */
const rewrites = {
  'README.md': 'index.md',
  'README.zh-CN.md': 'zh/index.md',
  'docs/reference/README.md': 'docs/reference/index.md',
};
const origins = Object.fromEntries(Object.entries(rewrites).map(([file, page]) => [page, file]));

/** Pages of the site, as paths in the repository; all else that a page leads to is shown by the repository's host. */
const isPage = (path) => /^(README(\.zh-CN)?|CHANGELOG|CONTRIBUTING|ARCHITECTURE|SECURITY|docs\/.+)\.md$/.test(path);

/** Where a relative link of a page leads on the site. */
function placeOf(href, page) {
  const [path, anchor = ''] = href.split(/(?=#)/);
  const target = posix.join(posix.dirname(page), decodeURI(path));
  if (!isPage(target)) return `${repository}/blob/main/${target}${anchor}`;
  return `/${(rewrites[target] ?? target).replace(/(^|\/)index\.md$/, '$1').replace(/\.md$/, '')}${anchor}`;
}

function followLinks(md) {
  md.core.ruler.push('follow-links', ({ tokens, env }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const href = token.type === 'link_open' ? token.attrGet('href') : null;
      if (href && !/^([a-z]+:|#|\/)/.test(href))
        token.attrSet('href', placeOf(href, origins[env.relativePath] ?? env.relativePath));
    }
  });
}

const guide = (name, text) => ({ text, link: `/docs/guides/${name}` });
const reference = (name, text) => ({ text, link: `/docs/reference/${name}` });

const sidebar = (start, guides, references, background) => [
  start,
  {
    text: guides,
    items: [
      guide('volumes', 'Obtain volumes'),
      guide('credentials', 'Credentials and the config file'),
      guide('cost', 'Cost and duration'),
      guide('ci', 'In CI'),
      guide('many-endpoints', 'Many endpoints'),
      guide('library', 'Your own tests, and the library'),
      guide('certify', 'Certify a report'),
      guide('other-pages', 'Other pages, and OpenAPI'),
      guide('diff', 'When a page changes'),
      { text: 'Troubleshooting', link: '/docs/troubleshooting' },
    ],
  },
  {
    text: references,
    items: [
      reference('command-line', 'Command line'),
      reference('configuration', 'Configuration'),
      reference('hook', 'Hook protocol'),
      reference('requirements', 'Requirements'),
      reference('report', 'Report'),
      reference('exit-codes', 'Exit codes'),
      { text: 'Contracts', link: '/docs/contracts' },
      { text: 'Glossary', link: '/docs/glossary' },
    ],
  },
  {
    text: background,
    items: [
      { text: 'What a verdict is worth', link: '/docs/verdicts' },
      { text: 'How it works', link: '/docs/how-it-works' },
      { text: 'Accuracy', link: '/docs/accuracy' },
      { text: 'Evidence', link: '/docs/evidence' },
      { text: 'Cinder, certified', link: '/docs/cinder' },
      { text: 'Changelog', link: '/CHANGELOG' },
    ],
  },
];

export default {
  title: 'evs-conformance',
  description: 'Certifies that an HTTP service extends or deletes cloud volumes as the vendor’s API page says',
  base: '/evs-conformance/',
  srcDir: '..',
  outDir: './.vitepress/dist',
  cacheDir: './.vitepress/cache',
  srcExclude: ['!(docs)/**/*.md', '.*/**/*.md', 'docs/.vitepress/**'],
  rewrites,
  locales: {
    root: { label: 'English', lang: 'en' },
    zh: {
      label: '中文',
      lang: 'zh-CN',
      description: '验证一个 HTTP 服务是否按照云厂商的 API 页面扩容或删除云硬盘',
      themeConfig: {
        nav: [
          { text: '指南', link: '/docs/guides/volumes' },
          { text: '参考', link: '/docs/reference/' },
        ],
        // all but the quick start is English
        sidebar: sidebar({ text: '五分钟验证您的端点', link: '/zh/' }, '指南（英文）', '参考（英文）', '背景（英文）'),
        outline: { level: [2, 3], label: '本页目录' },
        docFooter: { prev: '上一页', next: '下一页' },
        sidebarMenuLabel: '目录',
        returnToTopLabel: '返回顶部',
        darkModeSwitchLabel: '外观',
        langMenuLabel: '语言',
      },
    },
  },
  markdown: { config: followLinks },
  // their tables are wide
  transformPageData: ({ relativePath, frontmatter }) =>
    relativePath.startsWith('docs/reference/') ? { frontmatter: { ...frontmatter, aside: false } } : undefined,
  themeConfig: {
    search: {
      provider: 'local',
      options: { locales: { zh: { translations: { button: { buttonText: '搜索', buttonAriaLabel: '搜索' } } } } },
    },
    // the other pages have no Chinese twin
    i18nRouting: false,
    socialLinks: [{ icon: 'github', link: repository }],
    outline: [2, 3],
    nav: [
      { text: 'Guides', link: '/docs/guides/volumes' },
      { text: 'Reference', link: '/docs/reference/' },
    ],
    sidebar: sidebar({ text: 'Your endpoint in five minutes', link: '/' }, 'Guides', 'Reference', 'Background'),
  },
};
