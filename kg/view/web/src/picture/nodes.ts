/** The WebGL program that draws nodes: one triangle each, the shape cut out of it by its distance function. */

import { NodeProgram, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";

const VERTEX = /*glsl*/ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec2 v_place;
varying float v_radius;
varying float v_shape;

void main() {
  float size = a_size * u_correctionRatio / u_sizeRatio * 6.0;
  vec2 offset = size * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + offset, 1.0)).xy, 0.0, 1.0);
  v_radius = size / 3.0;
  v_place = offset / v_radius;
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}
`;

const FRAGMENT = /*glsl*/ `
precision highp float;
varying vec4 v_color;
varying vec2 v_place;
varying float v_radius;
varying float v_shape;
uniform float u_correctionRatio;
const float TURN = 6.2831853;

float polygon(vec2 p, float corners, float turn, float inner) {
  float part = TURN / corners;
  float angle = atan(p.x, p.y) + turn;
  return cos(floor(0.5 + angle / part) * part - angle) * length(p) - inner;
}

float star(vec2 p) {
  float part = TURN / 5.0;
  float angle = abs(mod(atan(p.x, p.y) + part / 2.0, part) - part / 2.0);
  return dot(length(p) * vec2(sin(angle), cos(angle)) - vec2(0.0, 1.3), vec2(0.932, 0.361));
}

float outline(vec2 p) {
  if (v_shape < 0.5) return length(p) - 1.0;
  if (v_shape < 1.5) return polygon(p, 4.0, 0.0, 0.85);
  if (v_shape < 2.5) return polygon(p, 3.0, 0.0, 0.65);
  if (v_shape < 3.5) return polygon(p, 4.0, TURN / 8.0, 0.85);
  if (v_shape < 4.5) return star(p);
  if (v_shape < 5.5) return polygon(p, 6.0, TURN / 12.0, 0.95);
  if (v_shape < 6.5) return polygon(p, 3.0, TURN / 2.0, 0.65);
  return abs(length(p) - 0.75) - 0.25;
}

void main() {
  float soft = 2.0 * u_correctionRatio / v_radius;
  float inside = 1.0 - smoothstep(-soft / 2.0, soft / 2.0, outline(v_place));
  #ifdef PICKING_MODE
  if (length(v_place) > 1.25) discard;
  gl_FragColor = v_color;
  #else
  gl_FragColor = vec4(v_color.rgb * v_color.a, v_color.a) * inside;
  #endif
}
`;

const UNIFORMS = ["u_sizeRatio", "u_correctionRatio", "u_matrix"] as const;
const { UNSIGNED_BYTE, FLOAT, TRIANGLES } = WebGLRenderingContext;

export class ShapeProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
  getDefinition() {
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES as number,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT as number },
        { name: "a_size", size: 1, type: FLOAT as number },
        { name: "a_shape", size: 1, type: FLOAT as number },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE as number, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE as number, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_angle", size: 1, type: FLOAT as number }],
      CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
    };
  }

  processVisibleItem(index: number, offset: number, data: NodeDisplayData & { shape?: number }): void {
    this.array.set([data.x, data.y, data.size, data.shape ?? 0, floatColor(data.color), index], offset);
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniform1f(uniformLocations["u_correctionRatio"] ?? null, params.correctionRatio);
    gl.uniform1f(uniformLocations["u_sizeRatio"] ?? null, params.sizeRatio);
    gl.uniformMatrix3fv(uniformLocations["u_matrix"] ?? null, false, params.matrix);
  }
}
