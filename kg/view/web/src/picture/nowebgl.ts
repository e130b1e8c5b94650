/** sigma reads constants off WebGL when it is loaded; where a browser has switched it off altogether, they are of no use but must be there. */

const page = globalThis as { WebGLRenderingContext?: unknown; WebGL2RenderingContext?: unknown };
page.WebGLRenderingContext ??= class {};
page.WebGL2RenderingContext ??= class {};
