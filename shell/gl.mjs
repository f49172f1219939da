// gl — draws the module's triangles with WebGL 2: one program, textures by request, only the rectangle that changed.
//
// In      canvas; draw data as web/host/html5_draw lays it out; colours of the paper as 0..1
// Out     makeGl(canvas): {draw, end}, or null where there is no WebGL 2
// Errors  a lost context draws nothing; painting.mjs hears of it from the canvas
// Source  Dear ImGui's draw data: colours are not premultiplied
// Cost    one upload of the vertices and a call a command; filling is limited by the scissor
// Tested  tests/browser/paint.test.mjs

const vertexBytes = 20;

const vertexShader = `#version 300 es
uniform vec2 size;
layout(location=0) in vec2 place;
layout(location=1) in vec2 texel;
layout(location=2) in vec4 color;
out vec2 uv;
out vec4 tint;
void main(){uv=texel;tint=color;gl_Position=vec4(place.x/size.x*2.-1.,1.-place.y/size.y*2.,0,1);}`;

const fragmentShader = `#version 300 es
precision mediump float;
uniform sampler2D image;
in vec2 uv;
in vec4 tint;
out vec4 color;
void main(){color=tint*texture(image,uv);}`;

export function makeGl(canvas) {
  const gl = canvas.getContext('webgl2', { alpha: false, antialias: false, depth: false, stencil: false, preserveDrawingBuffer: true });
  if (!gl || gl.isContextLost()) return null;

  const program = gl.createProgram();
  for (const [kind, source] of [[gl.VERTEX_SHADER, vertexShader], [gl.FRAGMENT_SHADER, fragmentShader]]) {
    const shader = gl.createShader(kind);
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  gl.useProgram(program);
  const sizeAt = gl.getUniformLocation(program, 'size');
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
  for (const location of [0, 1, 2]) gl.enableVertexAttribArray(location);
  gl.enable(gl.BLEND);
  gl.blendFuncSeparate(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA, gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  gl.enable(gl.SCISSOR_TEST);
  const textures = new Map();

  // Requests: [texture, 1 create | 2 update | 3 destroy, width, height, x, y, w, h, address of the pixels, 0].
  function serve(ints, at, bytes) {
    const [id, operation, width, height, x, y, w, h, pixels] = ints.subarray(at, at + 10);
    const old = textures.get(id) ?? null;
    if (operation === 3) {
      gl.deleteTexture(old);
      textures.delete(id);
      return;
    }
    if (operation === 2 && old) {
      gl.bindTexture(gl.TEXTURE_2D, old);
      gl.pixelStorei(gl.UNPACK_ROW_LENGTH, width);
      gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, w, h, gl.RGBA, gl.UNSIGNED_BYTE, bytes, pixels + (y * width + x) * 4);
      gl.pixelStorei(gl.UNPACK_ROW_LENGTH, 0);
      return;
    }
    gl.deleteTexture(old);
    textures.set(id, gl.createTexture());
    gl.bindTexture(gl.TEXTURE_2D, textures.get(id));
    for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(gl.TEXTURE_2D, filter, gl.LINEAR);
    for (const wrap of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) gl.texParameteri(gl.TEXTURE_2D, wrap, gl.CLAMP_TO_EDGE);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, bytes, pixels);
  }

  // Sets the scissor from corners in CSS px to device px with the origin at the bottom; false when it is empty.
  function scissor([left, top, right, bottom], density) {
    const x = Math.max(0, Math.floor(left * density));
    const y = Math.max(0, Math.floor(top * density));
    const width = Math.min(canvas.width, Math.ceil(right * density)) - x;
    const height = Math.min(canvas.height, Math.ceil(bottom * density)) - y;
    if (width <= 0 || height <= 0) return false;
    gl.scissor(x, canvas.height - y - height, width, height);
    return true;
  }

  return {
    end() {
      textures.clear();
      gl.getExtension('WEBGL_lose_context')?.loseContext();
    },
    // area: corners in the tile's CSS px, or null for all of it.
    draw({ header, buffer }, area, density, paper) {
      const ints = new Int32Array(buffer);
      const floats = new Float32Array(buffer);
      const bytes = new Uint8Array(buffer);
      const [vertices, vertexCount, indices, indexCount, commands, commandCount, requests, requestCount] = ints.subarray(header, header + 8);
      for (let at = 0; at < requestCount; ++at) serve(ints, (requests >> 2) + at * 10, bytes);
      const { width, height } = canvas;
      const part = area ?? [0, 0, width / density, height / density];
      if (!scissor(part, density)) return;
      gl.viewport(0, 0, width, height);
      gl.clearColor(...paper, 1);
      gl.clear(gl.COLOR_BUFFER_BIT);
      gl.uniform2f(sizeAt, width / density, height / density);
      gl.bufferData(gl.ARRAY_BUFFER, bytes.subarray(vertices, vertices + vertexCount * vertexBytes), gl.STREAM_DRAW);
      gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, bytes.subarray(indices, indices + indexCount * 2), gl.STREAM_DRAW);
      for (let at = 0; at < commandCount; ++at) {
        const command = (commands >> 2) + at * 8;
        const [left, top, right, bottom] = floats.subarray(command, command + 4);
        const [texture, first, count, base] = ints.subarray(command + 4, command + 8);
        if (!scissor([Math.max(left, part[0]), Math.max(top, part[1]), Math.min(right, part[2]), Math.min(bottom, part[3])], density)) continue;
        gl.bindTexture(gl.TEXTURE_2D, textures.get(texture) ?? null);
        const offset = base * vertexBytes;
        gl.vertexAttribPointer(0, 2, gl.FLOAT, false, vertexBytes, offset);
        gl.vertexAttribPointer(1, 2, gl.FLOAT, false, vertexBytes, offset + 8);
        gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, vertexBytes, offset + 16);
        gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_SHORT, first * 2);
      }
    },
  };
}
