/** The companion widget, as any host would embed it. It needs no permission of the page's. */
export function WidgetFrame({ url }: { url: string }) {
  return (
    <aside class="widget" aria-label="Companion widget">
      <iframe title="Ringside companion widget" src={url} allow="" referrerPolicy="origin" />
    </aside>
  );
}
