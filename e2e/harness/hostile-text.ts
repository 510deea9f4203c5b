/** What would run, load or mislead if text were taken for markup, an address, a template or a direction. */
const payloads = (canary: string, mark: number): string[] => [
  `<img src="${canary}/img" onerror="alert(${mark})">`,
  `<script src="${canary}/script"></script><script>alert(${mark})</script>`,
  `<svg onload=alert(${mark})><use href="${canary}/use#a"/></svg>`,
  `<iframe src="${canary}/frame" srcdoc="<script>parent.alert(${mark})</script>"></iframe>`,
  `<link rel=stylesheet href="${canary}/style"><style>@import "${canary}/import";*{display:none}</style>`,
  `<a href="javascript:alert(${mark})" autofocus onfocus=alert(${mark})>Call back</a>`,
  `<form action="${canary}/form"><button autofocus>Send</button></form>`,
  `<meta http-equiv=refresh content="0;url=${canary}/refresh"><base href="${canary}/">`,
  `<object data="${canary}/object"></object><embed src="${canary}/embed">`,
  `<video poster="${canary}/poster" src="${canary}/video" onerror=alert(${mark})></video>`,
  `<details open ontoggle=alert(${mark})><summary>More</summary></details>`,
  `<math><mtext></p><style><img src="${canary}/mutation" onerror=alert(${mark})>`,
  `javascript:alert(${mark})`,
  `data:text/html,<script>alert(${mark})</script>`,
  `url(${canary}/url);background:url("${canary}/background")`,
  `{{constructor.constructor('alert(${mark})')()}}`,
  `\${alert(${mark})}<%= alert(${mark}) %>#{alert(${mark})}`,
  `\u202Egnp.exe\u2066\u200F${mark}`,
  `<template shadowrootmode=open><img src="${canary}/shadow" onerror=alert(${mark})></template>`,
  `Z\u0351\u0363\u0369a\u0351\u0363l\u0351\u0363g\u0351o\uFEFF\u200B${mark}`,
];

/** How each of them tries to get out of where it was put. */
const escapes: ((payload: string) => string)[] = [
  (payload) => payload,
  (payload) => `">${payload}`,
  (payload) => `'>${payload}`,
  (payload) => `--></title></style></textarea></script>${payload}`,
  (payload) => `]]>${payload}<![CDATA[`,
  (payload) => payload.replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
  (payload) => payload.replaceAll('<', '\uFF1C').replaceAll('script', 'scr\tipt'),
  (payload) => payload.replaceAll('<s', '<S').replaceAll('on', 'oN').replaceAll('java', 'JaVa'),
  (payload) => `&#x3c;${payload}`,
  (payload) => `\\u003c${payload}\\`,
];

/** 200 hostile texts; whatever one of them loads is asked for under `canary`, whatever it runs calls `alert`. */
export function hostileTexts(canary: string): string[] {
  return escapes.flatMap((getOut, round) => payloads(canary, round).map(getOut));
}

/** They in groups, one text after another, so that each field of a few contacts has carried every one of them. */
export function inGroups(texts: string[], size: number): string[][] {
  return Array.from({ length: Math.ceil(texts.length / size) }, (_, index) =>
    texts.slice(index * size, (index + 1) * size),
  );
}
