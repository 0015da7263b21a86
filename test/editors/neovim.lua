-- Does in Neovim what a person does, and writes down what Neovim received and shows: `nvim --headless -u NONE -c 'luafile …'`.
-- Environment: SERVER, a JSON list of words that start the server; RESULT, the file to write.
local server = vim.fn.json_decode(vim.env.SERVER)
local result = {}
local folder = vim.fn.getcwd()

local function until_(what, check)
  if not vim.wait(30000, check, 20) then
    error('waited in vain for ' .. what)
  end
end

local function lines(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
end

local function codes(buffer)
  local found = vim.tbl_map(function(each)
    return string.format('%d:%d %s', each.lnum + 1, each.col + 1, each.code)
  end, vim.diagnostic.get(buffer))
  table.sort(found)
  return found
end

local function run()
  vim.cmd('edit src/checkout.ts')
  local code = vim.api.nvim_get_current_buf()
  local client = vim.lsp.start_client({ name = 'tracklint', cmd = server, root_dir = folder })
  local function attach(buffer, filetype)
    vim.api.nvim_buf_set_option(buffer, 'filetype', filetype)
    vim.lsp.buf_attach_client(buffer, client)
  end
  attach(code, 'typescript')

  -- Pushed, since this version does not pull them.
  until_('diagnostics', function() return #vim.diagnostic.get(code) > 0 end)
  result.diagnostics = codes(code)

  vim.api.nvim_buf_set_lines(code, -1, -1, false, { "analytics.track('Order Com" })
  local last = vim.api.nvim_buf_line_count(code)
  vim.api.nvim_win_set_cursor(0, { last, 26 })
  vim.cmd('startinsert!')
  local params = vim.lsp.util.make_position_params(0, 'utf-16')
  local answers = vim.lsp.buf_request_sync(code, 'textDocument/completion', params, 30000)
  local items = vim.lsp.util.extract_completion_items(answers[client].result)
  local item = vim.tbl_filter(function(each) return each.label == 'Order Completed' end, items)[1]
  result.completion = { label = item.label, format = item.insertTextFormat or 1 }
  vim.lsp.util.apply_text_edits({ item.textEdit }, code, 'utf-16')
  result.completed = vim.api.nvim_buf_get_lines(code, last - 1, last, false)[1]
  vim.api.nvim_buf_set_lines(code, last - 1, last, false, {})

  vim.api.nvim_win_set_cursor(0, { 2, 20 })
  vim.lsp.buf.definition()
  until_('the plan', function() return vim.fn.expand('%:t') == 'tracking-plan.yaml' end)
  result.definition = { vim.fn.expand('%:t'), vim.api.nvim_win_get_cursor(0)[1] }
  local plan = vim.api.nvim_get_current_buf()
  attach(plan, 'yaml')

  vim.api.nvim_win_set_buf(0, code)
  vim.api.nvim_win_set_cursor(0, { 2, 20 })
  vim.lsp.buf.rename('Order Paid')
  until_('the rename', function() return lines(plan):find('Order Paid') ~= nil end)
  result.renamed = { code = lines(code), plan = lines(plan) }
  vim.lsp.stop_client(client)
end

local ok, message = pcall(run)
if not ok then
  result.error = tostring(message)
end
vim.fn.writefile({ vim.fn.json_encode(result) }, vim.env.RESULT)
vim.cmd('qall!')
