import type { App } from "../app.ts";
import type { Stage } from "../picture/stage.ts";

export function drawerOf(_app: App, _stage: Stage): () => void {
  return () => undefined;
}
