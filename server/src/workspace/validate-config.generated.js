// Generated from the schema by `npm run generate`; not to be edited.
"use strict";
export const validate = validate10;
export default validate10;
const schema11 = {"$id":"tracklint-config","title":"a Tracklint config","type":["object","null"],"properties":{"$schema":{"type":"string"},"extends":{"type":["string","array"],"items":{"type":"string"}},"plans":{"title":"the plans","type":["array","string","object"],"items":{"type":"string"},"additionalProperties":{"type":"string"}},"columns":{"title":"the columns","type":["object","null"],"properties":{"event":{"type":["string","array"],"items":{"type":"string"}},"kind":{"type":["string","array"],"items":{"type":"string"}},"description":{"type":["string","array"],"items":{"type":"string"}},"why":{"type":["string","array"],"items":{"type":"string"}},"owner":{"type":["string","array"],"items":{"type":"string"}},"status":{"type":["string","array"],"items":{"type":"string"}},"tags":{"type":["string","array"],"items":{"type":"string"}},"sources":{"type":["string","array"],"items":{"type":"string"}},"property":{"type":["string","array"],"items":{"type":"string"}},"property_description":{"type":["string","array"],"items":{"type":"string"}},"property_type":{"type":["string","array"],"items":{"type":"string"}},"required":{"type":["string","array"],"items":{"type":"string"}},"values":{"type":["string","array"],"items":{"type":"string"}},"example":{"type":["string","array"],"items":{"type":"string"}},"pattern":{"type":["string","array"],"items":{"type":"string"}},"pii":{"type":["string","array"],"items":{"type":"string"}}},"additionalProperties":false},"include":{"type":["array","string"],"items":{"type":"string"}},"exclude":{"type":["array","string"],"items":{"type":"string"}},"rules":{"title":"the rules","type":["object","null"],"additionalProperties":{"enum":["off","info","warning","error"]}},"sdks":{"type":["array","string"],"items":{"type":"string"}},"types":{"enum":["checker","declarations"]},"functions":{"title":"the functions","type":["array","null"],"items":{"$ref":"#/definitions/function"}},"attributes":{"title":"the attributes","type":["array","null"],"items":{"$ref":"#/definitions/attribute"}},"destinations":{"title":"the destinations","type":["object","null"],"additionalProperties":{"$ref":"#/definitions/limits"}}},"patternProperties":{"^x-":{}},"additionalProperties":false,"definitions":{"function":{"title":"a function","type":["object","string"],"required":["callee"],"properties":{"callee":{"type":"string"},"kind":{"enum":["track","page","screen","identify","group","alias"]},"event":{"type":["integer","string"]},"name":{"type":"string"},"properties":{"type":["integer","string"]},"user":{"type":["integer","string"]},"also":{"type":["integer","string"]},"separator":{"type":"string"},"files":{"type":["array","string"],"items":{"type":"string"}},"transform":{"type":["string","array"],"if":{"type":"string"},"then":{"$ref":"#/definitions/transform"},"items":{"$ref":"#/definitions/transform"}},"prefix":{"type":"string"},"suffix":{"type":"string"},"adds":{"type":["array","string"],"items":{"type":"string"}},"open":{"type":"boolean"}},"additionalProperties":false},"transform":{"enum":["lowercase","uppercase","snake_case","camelCase","kebab-case","Title Case","PascalCase","trim"]},"attribute":{"title":"an attribute","type":["object","string"],"required":["name"],"properties":{"name":{"type":"string"},"elements":{"type":["array","string"],"items":{"type":"string"}},"kind":{"enum":["track","page","screen","identify","group","alias"]},"properties":{"type":"string"},"files":{"type":["array","string"],"items":{"type":"string"}}},"additionalProperties":false},"limits":{"title":"a destination","type":["object","null"],"properties":{"event_name_length":{"type":"integer","minimum":1},"property_name_length":{"type":"integer","minimum":1},"property_count":{"type":"integer","minimum":0},"value_length":{"type":"integer","minimum":0},"name_pattern":{"type":"string"},"reserved_names":{"type":"array","items":{"type":"string"}},"reserved_prefixes":{"type":"array","items":{"type":"string"}}},"additionalProperties":false}}};
const schema15 = {"title":"an attribute","type":["object","string"],"required":["name"],"properties":{"name":{"type":"string"},"elements":{"type":["array","string"],"items":{"type":"string"}},"kind":{"enum":["track","page","screen","identify","group","alias"]},"properties":{"type":"string"},"files":{"type":["array","string"],"items":{"type":"string"}}},"additionalProperties":false};
const schema16 = {"title":"a destination","type":["object","null"],"properties":{"event_name_length":{"type":"integer","minimum":1},"property_name_length":{"type":"integer","minimum":1},"property_count":{"type":"integer","minimum":0},"value_length":{"type":"integer","minimum":0},"name_pattern":{"type":"string"},"reserved_names":{"type":"array","items":{"type":"string"}},"reserved_prefixes":{"type":"array","items":{"type":"string"}}},"additionalProperties":false};
const func2 = Object.prototype.hasOwnProperty;
const pattern0 = new RegExp("^x-", "u");
const schema12 = {"title":"a function","type":["object","string"],"required":["callee"],"properties":{"callee":{"type":"string"},"kind":{"enum":["track","page","screen","identify","group","alias"]},"event":{"type":["integer","string"]},"name":{"type":"string"},"properties":{"type":["integer","string"]},"user":{"type":["integer","string"]},"also":{"type":["integer","string"]},"separator":{"type":"string"},"files":{"type":["array","string"],"items":{"type":"string"}},"transform":{"type":["string","array"],"if":{"type":"string"},"then":{"$ref":"#/definitions/transform"},"items":{"$ref":"#/definitions/transform"}},"prefix":{"type":"string"},"suffix":{"type":"string"},"adds":{"type":["array","string"],"items":{"type":"string"}},"open":{"type":"boolean"}},"additionalProperties":false};
const schema13 = {"enum":["lowercase","uppercase","snake_case","camelCase","kebab-case","Title Case","PascalCase","trim"]};

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (typeof data !== "string")){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema12.type},message:"must be object,string",schema:schema12.type,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.callee === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "callee"},message:"must have required property '"+"callee"+"'",schema:schema12.required,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema12.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.callee !== undefined){
let data0 = data.callee;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/callee",schemaPath:"#/properties/callee/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.callee.type,parentSchema:schema12.properties.callee,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if(!((((((data1 === "track") || (data1 === "page")) || (data1 === "screen")) || (data1 === "identify")) || (data1 === "group")) || (data1 === "alias"))){
const err4 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema12.properties.kind.enum},message:"must be equal to one of the allowed values",schema:schema12.properties.kind.enum,parentSchema:schema12.properties.kind,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.event !== undefined){
let data2 = data.event;
if((!((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2)))) && (typeof data2 !== "string")){
const err5 = {instancePath:instancePath+"/event",schemaPath:"#/properties/event/type",keyword:"type",params:{type: schema12.properties.event.type},message:"must be integer,string",schema:schema12.properties.event.type,parentSchema:schema12.properties.event,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.name !== undefined){
let data3 = data.name;
if(typeof data3 !== "string"){
const err6 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.name.type,parentSchema:schema12.properties.name,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.properties !== undefined){
let data4 = data.properties;
if((!((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4)))) && (typeof data4 !== "string")){
const err7 = {instancePath:instancePath+"/properties",schemaPath:"#/properties/properties/type",keyword:"type",params:{type: schema12.properties.properties.type},message:"must be integer,string",schema:schema12.properties.properties.type,parentSchema:schema12.properties.properties,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.user !== undefined){
let data5 = data.user;
if((!((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5)))) && (typeof data5 !== "string")){
const err8 = {instancePath:instancePath+"/user",schemaPath:"#/properties/user/type",keyword:"type",params:{type: schema12.properties.user.type},message:"must be integer,string",schema:schema12.properties.user.type,parentSchema:schema12.properties.user,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.also !== undefined){
let data6 = data.also;
if((!((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6)))) && (typeof data6 !== "string")){
const err9 = {instancePath:instancePath+"/also",schemaPath:"#/properties/also/type",keyword:"type",params:{type: schema12.properties.also.type},message:"must be integer,string",schema:schema12.properties.also.type,parentSchema:schema12.properties.also,data:data6};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.separator !== undefined){
let data7 = data.separator;
if(typeof data7 !== "string"){
const err10 = {instancePath:instancePath+"/separator",schemaPath:"#/properties/separator/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.separator.type,parentSchema:schema12.properties.separator,data:data7};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.files !== undefined){
let data8 = data.files;
if((!(Array.isArray(data8))) && (typeof data8 !== "string")){
const err11 = {instancePath:instancePath+"/files",schemaPath:"#/properties/files/type",keyword:"type",params:{type: schema12.properties.files.type},message:"must be array,string",schema:schema12.properties.files.type,parentSchema:schema12.properties.files,data:data8};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(Array.isArray(data8)){
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
let data9 = data8[i0];
if(typeof data9 !== "string"){
const err12 = {instancePath:instancePath+"/files/" + i0,schemaPath:"#/properties/files/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.files.items.type,parentSchema:schema12.properties.files.items,data:data9};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
}
if(data.transform !== undefined){
let data10 = data.transform;
if((typeof data10 !== "string") && (!(Array.isArray(data10)))){
const err13 = {instancePath:instancePath+"/transform",schemaPath:"#/properties/transform/type",keyword:"type",params:{type: schema12.properties.transform.type},message:"must be string,array",schema:schema12.properties.transform.type,parentSchema:schema12.properties.transform,data:data10};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
const _errs23 = errors;
let valid3 = true;
const _errs24 = errors;
if(typeof data10 !== "string"){
const err14 = {};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
var _valid0 = _errs24 === errors;
errors = _errs23;
if(vErrors !== null){
if(_errs23){
vErrors.length = _errs23;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs26 = errors;
if(!((((((((data10 === "lowercase") || (data10 === "uppercase")) || (data10 === "snake_case")) || (data10 === "camelCase")) || (data10 === "kebab-case")) || (data10 === "Title Case")) || (data10 === "PascalCase")) || (data10 === "trim"))){
const err15 = {instancePath:instancePath+"/transform",schemaPath:"#/definitions/transform/enum",keyword:"enum",params:{allowedValues: schema13.enum},message:"must be equal to one of the allowed values",schema:schema13.enum,parentSchema:schema13,data:data10};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
var _valid0 = _errs26 === errors;
valid3 = _valid0;
}
if(!valid3){
const err16 = {instancePath:instancePath+"/transform",schemaPath:"#/properties/transform/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema12.properties.transform.if,parentSchema:schema12.properties.transform,data:data10};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(Array.isArray(data10)){
const len1 = data10.length;
for(let i1=0; i1<len1; i1++){
let data11 = data10[i1];
if(!((((((((data11 === "lowercase") || (data11 === "uppercase")) || (data11 === "snake_case")) || (data11 === "camelCase")) || (data11 === "kebab-case")) || (data11 === "Title Case")) || (data11 === "PascalCase")) || (data11 === "trim"))){
const err17 = {instancePath:instancePath+"/transform/" + i1,schemaPath:"#/definitions/transform/enum",keyword:"enum",params:{allowedValues: schema13.enum},message:"must be equal to one of the allowed values",schema:schema13.enum,parentSchema:schema13,data:data11};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
}
if(data.prefix !== undefined){
let data12 = data.prefix;
if(typeof data12 !== "string"){
const err18 = {instancePath:instancePath+"/prefix",schemaPath:"#/properties/prefix/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.prefix.type,parentSchema:schema12.properties.prefix,data:data12};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.suffix !== undefined){
let data13 = data.suffix;
if(typeof data13 !== "string"){
const err19 = {instancePath:instancePath+"/suffix",schemaPath:"#/properties/suffix/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.suffix.type,parentSchema:schema12.properties.suffix,data:data13};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.adds !== undefined){
let data14 = data.adds;
if((!(Array.isArray(data14))) && (typeof data14 !== "string")){
const err20 = {instancePath:instancePath+"/adds",schemaPath:"#/properties/adds/type",keyword:"type",params:{type: schema12.properties.adds.type},message:"must be array,string",schema:schema12.properties.adds.type,parentSchema:schema12.properties.adds,data:data14};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(Array.isArray(data14)){
const len2 = data14.length;
for(let i2=0; i2<len2; i2++){
let data15 = data14[i2];
if(typeof data15 !== "string"){
const err21 = {instancePath:instancePath+"/adds/" + i2,schemaPath:"#/properties/adds/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.adds.items.type,parentSchema:schema12.properties.adds.items,data:data15};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
}
if(data.open !== undefined){
let data16 = data.open;
if(typeof data16 !== "boolean"){
const err22 = {instancePath:instancePath+"/open",schemaPath:"#/properties/open/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema12.properties.open.type,parentSchema:schema12.properties.open,data:data16};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
validate11.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="tracklint-config" */;
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema11.type},message:"must be object,null",schema:schema11.type,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((func2.call(schema11.properties, key0)) || (pattern0.test(key0)))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.$schema !== undefined){
let data0 = data.$schema;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.$schema.type,parentSchema:schema11.properties.$schema,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.extends !== undefined){
let data1 = data.extends;
if((typeof data1 !== "string") && (!(Array.isArray(data1)))){
const err3 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/type",keyword:"type",params:{type: schema11.properties.extends.type},message:"must be string,array",schema:schema11.properties.extends.type,parentSchema:schema11.properties.extends,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 !== "string"){
const err4 = {instancePath:instancePath+"/extends/" + i0,schemaPath:"#/properties/extends/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.extends.items.type,parentSchema:schema11.properties.extends.items,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
}
if(data.plans !== undefined){
let data3 = data.plans;
if((!data3 || typeof data3 != "object") && (typeof data3 !== "string")){
const err5 = {instancePath:instancePath+"/plans",schemaPath:"#/properties/plans/type",keyword:"type",params:{type: schema11.properties.plans.type},message:"must be array,string,object",schema:schema11.properties.plans.type,parentSchema:schema11.properties.plans,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
if(typeof data4 !== "string"){
const err6 = {instancePath:instancePath+"/plans/" + i1,schemaPath:"#/properties/plans/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.plans.items.type,parentSchema:schema11.properties.plans.items,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
let data5 = data3[key1];
if(typeof data5 !== "string"){
const err7 = {instancePath:instancePath+"/plans/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/plans/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.plans.additionalProperties.type,parentSchema:schema11.properties.plans.additionalProperties,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
}
if(data.columns !== undefined){
let data6 = data.columns;
if((!(data6 && typeof data6 == "object" && !Array.isArray(data6))) && (data6 !== null)){
const err8 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/type",keyword:"type",params:{type: schema11.properties.columns.type},message:"must be object,null",schema:schema11.properties.columns.type,parentSchema:schema11.properties.columns,data:data6};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key2 in data6){
if(!(func2.call(schema11.properties.columns.properties, key2))){
const err9 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.columns,data:data6};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data6.event !== undefined){
let data7 = data6.event;
if((typeof data7 !== "string") && (!(Array.isArray(data7)))){
const err10 = {instancePath:instancePath+"/columns/event",schemaPath:"#/properties/columns/properties/event/type",keyword:"type",params:{type: schema11.properties.columns.properties.event.type},message:"must be string,array",schema:schema11.properties.columns.properties.event.type,parentSchema:schema11.properties.columns.properties.event,data:data7};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(Array.isArray(data7)){
const len2 = data7.length;
for(let i2=0; i2<len2; i2++){
let data8 = data7[i2];
if(typeof data8 !== "string"){
const err11 = {instancePath:instancePath+"/columns/event/" + i2,schemaPath:"#/properties/columns/properties/event/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.columns.properties.event.items.type,parentSchema:schema11.properties.columns.properties.event.items,data:data8};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
}
if(data6.kind !== undefined){
let data9 = data6.kind;
if((typeof data9 !== "string") && (!(Array.isArray(data9)))){
const err12 = {instancePath:instancePath+"/columns/kind",schemaPath:"#/properties/columns/properties/kind/type",keyword:"type",params:{type: schema11.properties.columns.properties.kind.type},message:"must be string,array",schema:schema11.properties.columns.properties.kind.type,parentSchema:schema11.properties.columns.properties.kind,data:data9};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(Array.isArray(data9)){
const len3 = data9.length;
for(let i3=0; i3<len3; i3++){
let data10 = data9[i3];
if(typeof data10 !== "string"){
const err13 = {instancePath:instancePath+"/columns/kind/" + i3,schemaPath:"#/properties/columns/properties/kind/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.columns.properties.kind.items.type,parentSchema:schema11.properties.columns.properties.kind.items,data:data10};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
}
if(data6.description !== undefined){
let data11 = data6.description;
if((typeof data11 !== "string") && (!(Array.isArray(data11)))){
const err14 = {instancePath:instancePath+"/columns/description",schemaPath:"#/properties/columns/properties/description/type",keyword:"type",params:{type: schema11.properties.columns.properties.description.type},message:"must be string,array",schema:schema11.properties.columns.properties.description.type,parentSchema:schema11.properties.columns.properties.description,data:data11};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(Array.isArray(data11)){
const len4 = data11.length;
for(let i4=0; i4<len4; i4++){
let data12 = data11[i4];
if(typeof data12 !== "string"){
const err15 = {instancePath:instancePath+"/columns/description/" + i4,schemaPath:"#/properties/columns/properties/description/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.columns.properties.description.items.type,parentSchema:schema11.properties.columns.properties.description.items,data:data12};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
}
if(data6.why !== undefined){
let data13 = data6.why;
if((typeof data13 !== "string") && (!(Array.isArray(data13)))){
const err16 = {instancePath:instancePath+"/columns/why",schemaPath:"#/properties/columns/properties/why/type",keyword:"type",params:{type: schema11.properties.columns.properties.why.type},message:"must be string,array",schema:schema11.properties.columns.properties.why.type,parentSchema:schema11.properties.columns.properties.why,data:data13};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(Array.isArray(data13)){
const len5 = data13.length;
for(let i5=0; i5<len5; i5++){
let data14 = data13[i5];
if(typeof data14 !== "string"){
const err17 = {instancePath:instancePath+"/columns/why/" + i5,schemaPath:"#/properties/columns/properties/why/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.columns.properties.why.items.type,parentSchema:schema11.properties.columns.properties.why.items,data:data14};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
}
if(data6.owner !== undefined){
let data15 = data6.owner;
if((typeof data15 !== "string") && (!(Array.isArray(data15)))){
const err18 = {instancePath:instancePath+"/columns/owner",schemaPath:"#/properties/columns/properties/owner/type",keyword:"type",params:{type: schema11.properties.columns.properties.owner.type},message:"must be string,array",schema:schema11.properties.columns.properties.owner.type,parentSchema:schema11.properties.columns.properties.owner,data:data15};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(Array.isArray(data15)){
const len6 = data15.length;
for(let i6=0; i6<len6; i6++){
let data16 = data15[i6];
if(typeof data16 !== "string"){
const err19 = {instancePath:instancePath+"/columns/owner/" + i6,schemaPath:"#/properties/columns/properties/owner/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.columns.properties.owner.items.type,parentSchema:schema11.properties.columns.properties.owner.items,data:data16};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
}
if(data6.status !== undefined){
let data17 = data6.status;
if((typeof data17 !== "string") && (!(Array.isArray(data17)))){
const err20 = {instancePath:instancePath+"/columns/status",schemaPath:"#/properties/columns/properties/status/type",keyword:"type",params:{type: schema11.properties.columns.properties.status.type},message:"must be string,array",schema:schema11.properties.columns.properties.status.type,parentSchema:schema11.properties.columns.properties.status,data:data17};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(Array.isArray(data17)){
const len7 = data17.length;
for(let i7=0; i7<len7; i7++){
let data18 = data17[i7];
if(typeof data18 !== "string"){
const err21 = {instancePath:instancePath+"/columns/status/" + i7,schemaPath:"#/properties/columns/properties/status/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.columns.properties.status.items.type,parentSchema:schema11.properties.columns.properties.status.items,data:data18};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
}
if(data6.tags !== undefined){
let data19 = data6.tags;
if((typeof data19 !== "string") && (!(Array.isArray(data19)))){
const err22 = {instancePath:instancePath+"/columns/tags",schemaPath:"#/properties/columns/properties/tags/type",keyword:"type",params:{type: schema11.properties.columns.properties.tags.type},message:"must be string,array",schema:schema11.properties.columns.properties.tags.type,parentSchema:schema11.properties.columns.properties.tags,data:data19};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(Array.isArray(data19)){
const len8 = data19.length;
for(let i8=0; i8<len8; i8++){
let data20 = data19[i8];
if(typeof data20 !== "string"){
const err23 = {instancePath:instancePath+"/columns/tags/" + i8,schemaPath:"#/properties/columns/properties/tags/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.columns.properties.tags.items.type,parentSchema:schema11.properties.columns.properties.tags.items,data:data20};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
}
if(data6.sources !== undefined){
let data21 = data6.sources;
if((typeof data21 !== "string") && (!(Array.isArray(data21)))){
const err24 = {instancePath:instancePath+"/columns/sources",schemaPath:"#/properties/columns/properties/sources/type",keyword:"type",params:{type: schema11.properties.columns.properties.sources.type},message:"must be string,array",schema:schema11.properties.columns.properties.sources.type,parentSchema:schema11.properties.columns.properties.sources,data:data21};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(Array.isArray(data21)){
const len9 = data21.length;
for(let i9=0; i9<len9; i9++){
let data22 = data21[i9];
if(typeof data22 !== "string"){
const err25 = {instancePath:instancePath+"/columns/sources/" + i9,schemaPath:"#/properties/columns/properties/sources/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.columns.properties.sources.items.type,parentSchema:schema11.properties.columns.properties.sources.items,data:data22};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
}
if(data6.property !== undefined){
let data23 = data6.property;
if((typeof data23 !== "string") && (!(Array.isArray(data23)))){
const err26 = {instancePath:instancePath+"/columns/property",schemaPath:"#/properties/columns/properties/property/type",keyword:"type",params:{type: schema11.properties.columns.properties.property.type},message:"must be string,array",schema:schema11.properties.columns.properties.property.type,parentSchema:schema11.properties.columns.properties.property,data:data23};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(Array.isArray(data23)){
const len10 = data23.length;
for(let i10=0; i10<len10; i10++){
let data24 = data23[i10];
if(typeof data24 !== "string"){
const err27 = {instancePath:instancePath+"/columns/property/" + i10,schemaPath:"#/properties/columns/properties/property/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.columns.properties.property.items.type,parentSchema:schema11.properties.columns.properties.property.items,data:data24};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
}
if(data6.property_description !== undefined){
let data25 = data6.property_description;
if((typeof data25 !== "string") && (!(Array.isArray(data25)))){
const err28 = {instancePath:instancePath+"/columns/property_description",schemaPath:"#/properties/columns/properties/property_description/type",keyword:"type",params:{type: schema11.properties.columns.properties.property_description.type},message:"must be string,array",schema:schema11.properties.columns.properties.property_description.type,parentSchema:schema11.properties.columns.properties.property_description,data:data25};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(Array.isArray(data25)){
const len11 = data25.length;
for(let i11=0; i11<len11; i11++){
let data26 = data25[i11];
if(typeof data26 !== "string"){
const err29 = {instancePath:instancePath+"/columns/property_description/" + i11,schemaPath:"#/properties/columns/properties/property_description/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.columns.properties.property_description.items.type,parentSchema:schema11.properties.columns.properties.property_description.items,data:data26};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
}
if(data6.property_type !== undefined){
let data27 = data6.property_type;
if((typeof data27 !== "string") && (!(Array.isArray(data27)))){
const err30 = {instancePath:instancePath+"/columns/property_type",schemaPath:"#/properties/columns/properties/property_type/type",keyword:"type",params:{type: schema11.properties.columns.properties.property_type.type},message:"must be string,array",schema:schema11.properties.columns.properties.property_type.type,parentSchema:schema11.properties.columns.properties.property_type,data:data27};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(Array.isArray(data27)){
const len12 = data27.length;
for(let i12=0; i12<len12; i12++){
let data28 = data27[i12];
if(typeof data28 !== "string"){
const err31 = {instancePath:instancePath+"/columns/property_type/" + i12,schemaPath:"#/properties/columns/properties/property_type/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.columns.properties.property_type.items.type,parentSchema:schema11.properties.columns.properties.property_type.items,data:data28};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
}
if(data6.required !== undefined){
let data29 = data6.required;
if((typeof data29 !== "string") && (!(Array.isArray(data29)))){
const err32 = {instancePath:instancePath+"/columns/required",schemaPath:"#/properties/columns/properties/required/type",keyword:"type",params:{type: schema11.properties.columns.properties.required.type},message:"must be string,array",schema:schema11.properties.columns.properties.required.type,parentSchema:schema11.properties.columns.properties.required,data:data29};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(Array.isArray(data29)){
const len13 = data29.length;
for(let i13=0; i13<len13; i13++){
let data30 = data29[i13];
if(typeof data30 !== "string"){
const err33 = {instancePath:instancePath+"/columns/required/" + i13,schemaPath:"#/properties/columns/properties/required/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.columns.properties.required.items.type,parentSchema:schema11.properties.columns.properties.required.items,data:data30};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
}
if(data6.values !== undefined){
let data31 = data6.values;
if((typeof data31 !== "string") && (!(Array.isArray(data31)))){
const err34 = {instancePath:instancePath+"/columns/values",schemaPath:"#/properties/columns/properties/values/type",keyword:"type",params:{type: schema11.properties.columns.properties.values.type},message:"must be string,array",schema:schema11.properties.columns.properties.values.type,parentSchema:schema11.properties.columns.properties.values,data:data31};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(Array.isArray(data31)){
const len14 = data31.length;
for(let i14=0; i14<len14; i14++){
let data32 = data31[i14];
if(typeof data32 !== "string"){
const err35 = {instancePath:instancePath+"/columns/values/" + i14,schemaPath:"#/properties/columns/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.columns.properties.values.items.type,parentSchema:schema11.properties.columns.properties.values.items,data:data32};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
}
if(data6.example !== undefined){
let data33 = data6.example;
if((typeof data33 !== "string") && (!(Array.isArray(data33)))){
const err36 = {instancePath:instancePath+"/columns/example",schemaPath:"#/properties/columns/properties/example/type",keyword:"type",params:{type: schema11.properties.columns.properties.example.type},message:"must be string,array",schema:schema11.properties.columns.properties.example.type,parentSchema:schema11.properties.columns.properties.example,data:data33};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(Array.isArray(data33)){
const len15 = data33.length;
for(let i15=0; i15<len15; i15++){
let data34 = data33[i15];
if(typeof data34 !== "string"){
const err37 = {instancePath:instancePath+"/columns/example/" + i15,schemaPath:"#/properties/columns/properties/example/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.columns.properties.example.items.type,parentSchema:schema11.properties.columns.properties.example.items,data:data34};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
}
if(data6.pattern !== undefined){
let data35 = data6.pattern;
if((typeof data35 !== "string") && (!(Array.isArray(data35)))){
const err38 = {instancePath:instancePath+"/columns/pattern",schemaPath:"#/properties/columns/properties/pattern/type",keyword:"type",params:{type: schema11.properties.columns.properties.pattern.type},message:"must be string,array",schema:schema11.properties.columns.properties.pattern.type,parentSchema:schema11.properties.columns.properties.pattern,data:data35};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(Array.isArray(data35)){
const len16 = data35.length;
for(let i16=0; i16<len16; i16++){
let data36 = data35[i16];
if(typeof data36 !== "string"){
const err39 = {instancePath:instancePath+"/columns/pattern/" + i16,schemaPath:"#/properties/columns/properties/pattern/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.columns.properties.pattern.items.type,parentSchema:schema11.properties.columns.properties.pattern.items,data:data36};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
}
if(data6.pii !== undefined){
let data37 = data6.pii;
if((typeof data37 !== "string") && (!(Array.isArray(data37)))){
const err40 = {instancePath:instancePath+"/columns/pii",schemaPath:"#/properties/columns/properties/pii/type",keyword:"type",params:{type: schema11.properties.columns.properties.pii.type},message:"must be string,array",schema:schema11.properties.columns.properties.pii.type,parentSchema:schema11.properties.columns.properties.pii,data:data37};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(Array.isArray(data37)){
const len17 = data37.length;
for(let i17=0; i17<len17; i17++){
let data38 = data37[i17];
if(typeof data38 !== "string"){
const err41 = {instancePath:instancePath+"/columns/pii/" + i17,schemaPath:"#/properties/columns/properties/pii/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.columns.properties.pii.items.type,parentSchema:schema11.properties.columns.properties.pii.items,data:data38};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
}
}
}
if(data.include !== undefined){
let data39 = data.include;
if((!(Array.isArray(data39))) && (typeof data39 !== "string")){
const err42 = {instancePath:instancePath+"/include",schemaPath:"#/properties/include/type",keyword:"type",params:{type: schema11.properties.include.type},message:"must be array,string",schema:schema11.properties.include.type,parentSchema:schema11.properties.include,data:data39};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(Array.isArray(data39)){
const len18 = data39.length;
for(let i18=0; i18<len18; i18++){
let data40 = data39[i18];
if(typeof data40 !== "string"){
const err43 = {instancePath:instancePath+"/include/" + i18,schemaPath:"#/properties/include/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.include.items.type,parentSchema:schema11.properties.include.items,data:data40};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
}
if(data.exclude !== undefined){
let data41 = data.exclude;
if((!(Array.isArray(data41))) && (typeof data41 !== "string")){
const err44 = {instancePath:instancePath+"/exclude",schemaPath:"#/properties/exclude/type",keyword:"type",params:{type: schema11.properties.exclude.type},message:"must be array,string",schema:schema11.properties.exclude.type,parentSchema:schema11.properties.exclude,data:data41};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(Array.isArray(data41)){
const len19 = data41.length;
for(let i19=0; i19<len19; i19++){
let data42 = data41[i19];
if(typeof data42 !== "string"){
const err45 = {instancePath:instancePath+"/exclude/" + i19,schemaPath:"#/properties/exclude/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.exclude.items.type,parentSchema:schema11.properties.exclude.items,data:data42};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
}
if(data.rules !== undefined){
let data43 = data.rules;
if((!(data43 && typeof data43 == "object" && !Array.isArray(data43))) && (data43 !== null)){
const err46 = {instancePath:instancePath+"/rules",schemaPath:"#/properties/rules/type",keyword:"type",params:{type: schema11.properties.rules.type},message:"must be object,null",schema:schema11.properties.rules.type,parentSchema:schema11.properties.rules,data:data43};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
for(const key3 in data43){
let data44 = data43[key3];
if(!((((data44 === "off") || (data44 === "info")) || (data44 === "warning")) || (data44 === "error"))){
const err47 = {instancePath:instancePath+"/rules/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/rules/additionalProperties/enum",keyword:"enum",params:{allowedValues: schema11.properties.rules.additionalProperties.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.rules.additionalProperties.enum,parentSchema:schema11.properties.rules.additionalProperties,data:data44};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
}
if(data.sdks !== undefined){
let data45 = data.sdks;
if((!(Array.isArray(data45))) && (typeof data45 !== "string")){
const err48 = {instancePath:instancePath+"/sdks",schemaPath:"#/properties/sdks/type",keyword:"type",params:{type: schema11.properties.sdks.type},message:"must be array,string",schema:schema11.properties.sdks.type,parentSchema:schema11.properties.sdks,data:data45};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(Array.isArray(data45)){
const len20 = data45.length;
for(let i20=0; i20<len20; i20++){
let data46 = data45[i20];
if(typeof data46 !== "string"){
const err49 = {instancePath:instancePath+"/sdks/" + i20,schemaPath:"#/properties/sdks/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.sdks.items.type,parentSchema:schema11.properties.sdks.items,data:data46};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
}
if(data.types !== undefined){
let data47 = data.types;
if(!((data47 === "checker") || (data47 === "declarations"))){
const err50 = {instancePath:instancePath+"/types",schemaPath:"#/properties/types/enum",keyword:"enum",params:{allowedValues: schema11.properties.types.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.types.enum,parentSchema:schema11.properties.types,data:data47};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data.functions !== undefined){
let data48 = data.functions;
if((!(Array.isArray(data48))) && (data48 !== null)){
const err51 = {instancePath:instancePath+"/functions",schemaPath:"#/properties/functions/type",keyword:"type",params:{type: schema11.properties.functions.type},message:"must be array,null",schema:schema11.properties.functions.type,parentSchema:schema11.properties.functions,data:data48};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(Array.isArray(data48)){
const len21 = data48.length;
for(let i21=0; i21<len21; i21++){
if(!(validate11(data48[i21], {instancePath:instancePath+"/functions/" + i21,parentData:data48,parentDataProperty:i21,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
}
}
if(data.attributes !== undefined){
let data50 = data.attributes;
if((!(Array.isArray(data50))) && (data50 !== null)){
const err52 = {instancePath:instancePath+"/attributes",schemaPath:"#/properties/attributes/type",keyword:"type",params:{type: schema11.properties.attributes.type},message:"must be array,null",schema:schema11.properties.attributes.type,parentSchema:schema11.properties.attributes,data:data50};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(Array.isArray(data50)){
const len22 = data50.length;
for(let i22=0; i22<len22; i22++){
let data51 = data50[i22];
if((!(data51 && typeof data51 == "object" && !Array.isArray(data51))) && (typeof data51 !== "string")){
const err53 = {instancePath:instancePath+"/attributes/" + i22,schemaPath:"#/definitions/attribute/type",keyword:"type",params:{type: schema15.type},message:"must be object,string",schema:schema15.type,parentSchema:schema15,data:data51};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(data51 && typeof data51 == "object" && !Array.isArray(data51)){
if(data51.name === undefined){
const err54 = {instancePath:instancePath+"/attributes/" + i22,schemaPath:"#/definitions/attribute/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema15.required,parentSchema:schema15,data:data51};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
for(const key4 in data51){
if(!(((((key4 === "name") || (key4 === "elements")) || (key4 === "kind")) || (key4 === "properties")) || (key4 === "files"))){
const err55 = {instancePath:instancePath+"/attributes/" + i22,schemaPath:"#/definitions/attribute/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema15,data:data51};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data51.name !== undefined){
let data52 = data51.name;
if(typeof data52 !== "string"){
const err56 = {instancePath:instancePath+"/attributes/" + i22+"/name",schemaPath:"#/definitions/attribute/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema15.properties.name.type,parentSchema:schema15.properties.name,data:data52};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data51.elements !== undefined){
let data53 = data51.elements;
if((!(Array.isArray(data53))) && (typeof data53 !== "string")){
const err57 = {instancePath:instancePath+"/attributes/" + i22+"/elements",schemaPath:"#/definitions/attribute/properties/elements/type",keyword:"type",params:{type: schema15.properties.elements.type},message:"must be array,string",schema:schema15.properties.elements.type,parentSchema:schema15.properties.elements,data:data53};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(Array.isArray(data53)){
const len23 = data53.length;
for(let i23=0; i23<len23; i23++){
let data54 = data53[i23];
if(typeof data54 !== "string"){
const err58 = {instancePath:instancePath+"/attributes/" + i22+"/elements/" + i23,schemaPath:"#/definitions/attribute/properties/elements/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema15.properties.elements.items.type,parentSchema:schema15.properties.elements.items,data:data54};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
}
if(data51.kind !== undefined){
let data55 = data51.kind;
if(!((((((data55 === "track") || (data55 === "page")) || (data55 === "screen")) || (data55 === "identify")) || (data55 === "group")) || (data55 === "alias"))){
const err59 = {instancePath:instancePath+"/attributes/" + i22+"/kind",schemaPath:"#/definitions/attribute/properties/kind/enum",keyword:"enum",params:{allowedValues: schema15.properties.kind.enum},message:"must be equal to one of the allowed values",schema:schema15.properties.kind.enum,parentSchema:schema15.properties.kind,data:data55};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data51.properties !== undefined){
let data56 = data51.properties;
if(typeof data56 !== "string"){
const err60 = {instancePath:instancePath+"/attributes/" + i22+"/properties",schemaPath:"#/definitions/attribute/properties/properties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema15.properties.properties.type,parentSchema:schema15.properties.properties,data:data56};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data51.files !== undefined){
let data57 = data51.files;
if((!(Array.isArray(data57))) && (typeof data57 !== "string")){
const err61 = {instancePath:instancePath+"/attributes/" + i22+"/files",schemaPath:"#/definitions/attribute/properties/files/type",keyword:"type",params:{type: schema15.properties.files.type},message:"must be array,string",schema:schema15.properties.files.type,parentSchema:schema15.properties.files,data:data57};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(Array.isArray(data57)){
const len24 = data57.length;
for(let i24=0; i24<len24; i24++){
let data58 = data57[i24];
if(typeof data58 !== "string"){
const err62 = {instancePath:instancePath+"/attributes/" + i22+"/files/" + i24,schemaPath:"#/definitions/attribute/properties/files/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema15.properties.files.items.type,parentSchema:schema15.properties.files.items,data:data58};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
}
}
}
}
}
}
if(data.destinations !== undefined){
let data59 = data.destinations;
if((!(data59 && typeof data59 == "object" && !Array.isArray(data59))) && (data59 !== null)){
const err63 = {instancePath:instancePath+"/destinations",schemaPath:"#/properties/destinations/type",keyword:"type",params:{type: schema11.properties.destinations.type},message:"must be object,null",schema:schema11.properties.destinations.type,parentSchema:schema11.properties.destinations,data:data59};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(data59 && typeof data59 == "object" && !Array.isArray(data59)){
for(const key5 in data59){
let data60 = data59[key5];
if((!(data60 && typeof data60 == "object" && !Array.isArray(data60))) && (data60 !== null)){
const err64 = {instancePath:instancePath+"/destinations/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/limits/type",keyword:"type",params:{type: schema16.type},message:"must be object,null",schema:schema16.type,parentSchema:schema16,data:data60};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(data60 && typeof data60 == "object" && !Array.isArray(data60)){
for(const key6 in data60){
if(!(((((((key6 === "event_name_length") || (key6 === "property_name_length")) || (key6 === "property_count")) || (key6 === "value_length")) || (key6 === "name_pattern")) || (key6 === "reserved_names")) || (key6 === "reserved_prefixes"))){
const err65 = {instancePath:instancePath+"/destinations/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/limits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema16,data:data60};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data60.event_name_length !== undefined){
let data61 = data60.event_name_length;
if(!((typeof data61 == "number") && (!(data61 % 1) && !isNaN(data61)))){
const err66 = {instancePath:instancePath+"/destinations/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/event_name_length",schemaPath:"#/definitions/limits/properties/event_name_length/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema16.properties.event_name_length.type,parentSchema:schema16.properties.event_name_length,data:data61};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(typeof data61 == "number"){
if(data61 < 1 || isNaN(data61)){
const err67 = {instancePath:instancePath+"/destinations/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/event_name_length",schemaPath:"#/definitions/limits/properties/event_name_length/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema16.properties.event_name_length,data:data61};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
}
if(data60.property_name_length !== undefined){
let data62 = data60.property_name_length;
if(!((typeof data62 == "number") && (!(data62 % 1) && !isNaN(data62)))){
const err68 = {instancePath:instancePath+"/destinations/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/property_name_length",schemaPath:"#/definitions/limits/properties/property_name_length/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema16.properties.property_name_length.type,parentSchema:schema16.properties.property_name_length,data:data62};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(typeof data62 == "number"){
if(data62 < 1 || isNaN(data62)){
const err69 = {instancePath:instancePath+"/destinations/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/property_name_length",schemaPath:"#/definitions/limits/properties/property_name_length/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema16.properties.property_name_length,data:data62};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
}
if(data60.property_count !== undefined){
let data63 = data60.property_count;
if(!((typeof data63 == "number") && (!(data63 % 1) && !isNaN(data63)))){
const err70 = {instancePath:instancePath+"/destinations/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/property_count",schemaPath:"#/definitions/limits/properties/property_count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema16.properties.property_count.type,parentSchema:schema16.properties.property_count,data:data63};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(typeof data63 == "number"){
if(data63 < 0 || isNaN(data63)){
const err71 = {instancePath:instancePath+"/destinations/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/property_count",schemaPath:"#/definitions/limits/properties/property_count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema16.properties.property_count,data:data63};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
}
if(data60.value_length !== undefined){
let data64 = data60.value_length;
if(!((typeof data64 == "number") && (!(data64 % 1) && !isNaN(data64)))){
const err72 = {instancePath:instancePath+"/destinations/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/value_length",schemaPath:"#/definitions/limits/properties/value_length/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema16.properties.value_length.type,parentSchema:schema16.properties.value_length,data:data64};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if(typeof data64 == "number"){
if(data64 < 0 || isNaN(data64)){
const err73 = {instancePath:instancePath+"/destinations/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/value_length",schemaPath:"#/definitions/limits/properties/value_length/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema16.properties.value_length,data:data64};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
}
if(data60.name_pattern !== undefined){
let data65 = data60.name_pattern;
if(typeof data65 !== "string"){
const err74 = {instancePath:instancePath+"/destinations/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/name_pattern",schemaPath:"#/definitions/limits/properties/name_pattern/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.properties.name_pattern.type,parentSchema:schema16.properties.name_pattern,data:data65};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data60.reserved_names !== undefined){
let data66 = data60.reserved_names;
if(Array.isArray(data66)){
const len25 = data66.length;
for(let i25=0; i25<len25; i25++){
let data67 = data66[i25];
if(typeof data67 !== "string"){
const err75 = {instancePath:instancePath+"/destinations/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/reserved_names/" + i25,schemaPath:"#/definitions/limits/properties/reserved_names/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.properties.reserved_names.items.type,parentSchema:schema16.properties.reserved_names.items,data:data67};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
}
else {
const err76 = {instancePath:instancePath+"/destinations/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/reserved_names",schemaPath:"#/definitions/limits/properties/reserved_names/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema16.properties.reserved_names.type,parentSchema:schema16.properties.reserved_names,data:data66};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data60.reserved_prefixes !== undefined){
let data68 = data60.reserved_prefixes;
if(Array.isArray(data68)){
const len26 = data68.length;
for(let i26=0; i26<len26; i26++){
let data69 = data68[i26];
if(typeof data69 !== "string"){
const err77 = {instancePath:instancePath+"/destinations/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/reserved_prefixes/" + i26,schemaPath:"#/definitions/limits/properties/reserved_prefixes/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.properties.reserved_prefixes.items.type,parentSchema:schema16.properties.reserved_prefixes.items,data:data69};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
}
else {
const err78 = {instancePath:instancePath+"/destinations/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/reserved_prefixes",schemaPath:"#/definitions/limits/properties/reserved_prefixes/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema16.properties.reserved_prefixes.type,parentSchema:schema16.properties.reserved_prefixes,data:data68};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
}
}
}
}
}
validate10.errors = vErrors;
return errors === 0;
}

