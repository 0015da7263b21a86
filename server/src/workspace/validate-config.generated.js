// Generated from the schema by `npm run generate`; not to be edited.
"use strict";
export const validate = validate10;
export default validate10;
const schema11 = {"$id":"tracklint-config","title":"a Tracklint config","type":["object","null"],"properties":{"$schema":{"type":"string"},"extends":{"type":["string","array"],"items":{"type":"string"}},"plans":{"title":"the plans","type":["array","string","object"],"items":{"type":"string"},"additionalProperties":{"type":"string"}},"include":{"type":["array","string"],"items":{"type":"string"}},"exclude":{"type":["array","string"],"items":{"type":"string"}},"rules":{"title":"the rules","type":["object","null"],"additionalProperties":{"enum":["off","info","warning","error"]}},"sdks":{"type":["array","string"],"items":{"type":"string"}},"types":{"enum":["checker","declarations"]},"functions":{"title":"the functions","type":["array","null"],"items":{"$ref":"#/definitions/function"}},"attributes":{"title":"the attributes","type":["array","null"],"items":{"$ref":"#/definitions/attribute"}},"destinations":{"title":"the destinations","type":["object","null"],"additionalProperties":{"$ref":"#/definitions/limits"}}},"patternProperties":{"^x-":{}},"additionalProperties":false,"definitions":{"function":{"title":"a function","type":["object","string"],"required":["callee"],"properties":{"callee":{"type":"string"},"kind":{"enum":["track","page","screen","identify","group","alias"]},"event":{"type":["integer","string"]},"name":{"type":"string"},"properties":{"type":["integer","string"]},"user":{"type":["integer","string"]},"also":{"type":["integer","string"]},"separator":{"type":"string"},"files":{"type":["array","string"],"items":{"type":"string"}},"transform":{"type":["string","array"],"if":{"type":"string"},"then":{"$ref":"#/definitions/transform"},"items":{"$ref":"#/definitions/transform"}},"prefix":{"type":"string"},"suffix":{"type":"string"},"adds":{"type":["array","string"],"items":{"type":"string"}},"open":{"type":"boolean"}},"additionalProperties":false},"transform":{"enum":["lowercase","uppercase","snake_case","camelCase","kebab-case","Title Case","PascalCase","trim"]},"attribute":{"title":"an attribute","type":["object","string"],"required":["name"],"properties":{"name":{"type":"string"},"elements":{"type":["array","string"],"items":{"type":"string"}},"kind":{"enum":["track","page","screen","identify","group","alias"]},"properties":{"type":"string"},"files":{"type":["array","string"],"items":{"type":"string"}}},"additionalProperties":false},"limits":{"title":"a destination","type":["object","null"],"properties":{"event_name_length":{"type":"integer","minimum":1},"property_name_length":{"type":"integer","minimum":1},"property_count":{"type":"integer","minimum":0},"value_length":{"type":"integer","minimum":0},"name_pattern":{"type":"string"},"reserved_names":{"type":"array","items":{"type":"string"}},"reserved_prefixes":{"type":"array","items":{"type":"string"}}},"additionalProperties":false}}};
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
if(data.include !== undefined){
let data6 = data.include;
if((!(Array.isArray(data6))) && (typeof data6 !== "string")){
const err8 = {instancePath:instancePath+"/include",schemaPath:"#/properties/include/type",keyword:"type",params:{type: schema11.properties.include.type},message:"must be array,string",schema:schema11.properties.include.type,parentSchema:schema11.properties.include,data:data6};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(Array.isArray(data6)){
const len2 = data6.length;
for(let i2=0; i2<len2; i2++){
let data7 = data6[i2];
if(typeof data7 !== "string"){
const err9 = {instancePath:instancePath+"/include/" + i2,schemaPath:"#/properties/include/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.include.items.type,parentSchema:schema11.properties.include.items,data:data7};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
}
if(data.exclude !== undefined){
let data8 = data.exclude;
if((!(Array.isArray(data8))) && (typeof data8 !== "string")){
const err10 = {instancePath:instancePath+"/exclude",schemaPath:"#/properties/exclude/type",keyword:"type",params:{type: schema11.properties.exclude.type},message:"must be array,string",schema:schema11.properties.exclude.type,parentSchema:schema11.properties.exclude,data:data8};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(Array.isArray(data8)){
const len3 = data8.length;
for(let i3=0; i3<len3; i3++){
let data9 = data8[i3];
if(typeof data9 !== "string"){
const err11 = {instancePath:instancePath+"/exclude/" + i3,schemaPath:"#/properties/exclude/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.exclude.items.type,parentSchema:schema11.properties.exclude.items,data:data9};
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
if(data.rules !== undefined){
let data10 = data.rules;
if((!(data10 && typeof data10 == "object" && !Array.isArray(data10))) && (data10 !== null)){
const err12 = {instancePath:instancePath+"/rules",schemaPath:"#/properties/rules/type",keyword:"type",params:{type: schema11.properties.rules.type},message:"must be object,null",schema:schema11.properties.rules.type,parentSchema:schema11.properties.rules,data:data10};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key2 in data10){
let data11 = data10[key2];
if(!((((data11 === "off") || (data11 === "info")) || (data11 === "warning")) || (data11 === "error"))){
const err13 = {instancePath:instancePath+"/rules/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/rules/additionalProperties/enum",keyword:"enum",params:{allowedValues: schema11.properties.rules.additionalProperties.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.rules.additionalProperties.enum,parentSchema:schema11.properties.rules.additionalProperties,data:data11};
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
if(data.sdks !== undefined){
let data12 = data.sdks;
if((!(Array.isArray(data12))) && (typeof data12 !== "string")){
const err14 = {instancePath:instancePath+"/sdks",schemaPath:"#/properties/sdks/type",keyword:"type",params:{type: schema11.properties.sdks.type},message:"must be array,string",schema:schema11.properties.sdks.type,parentSchema:schema11.properties.sdks,data:data12};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(Array.isArray(data12)){
const len4 = data12.length;
for(let i4=0; i4<len4; i4++){
let data13 = data12[i4];
if(typeof data13 !== "string"){
const err15 = {instancePath:instancePath+"/sdks/" + i4,schemaPath:"#/properties/sdks/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.sdks.items.type,parentSchema:schema11.properties.sdks.items,data:data13};
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
if(data.types !== undefined){
let data14 = data.types;
if(!((data14 === "checker") || (data14 === "declarations"))){
const err16 = {instancePath:instancePath+"/types",schemaPath:"#/properties/types/enum",keyword:"enum",params:{allowedValues: schema11.properties.types.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.types.enum,parentSchema:schema11.properties.types,data:data14};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.functions !== undefined){
let data15 = data.functions;
if((!(Array.isArray(data15))) && (data15 !== null)){
const err17 = {instancePath:instancePath+"/functions",schemaPath:"#/properties/functions/type",keyword:"type",params:{type: schema11.properties.functions.type},message:"must be array,null",schema:schema11.properties.functions.type,parentSchema:schema11.properties.functions,data:data15};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(Array.isArray(data15)){
const len5 = data15.length;
for(let i5=0; i5<len5; i5++){
if(!(validate11(data15[i5], {instancePath:instancePath+"/functions/" + i5,parentData:data15,parentDataProperty:i5,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
}
}
if(data.attributes !== undefined){
let data17 = data.attributes;
if((!(Array.isArray(data17))) && (data17 !== null)){
const err18 = {instancePath:instancePath+"/attributes",schemaPath:"#/properties/attributes/type",keyword:"type",params:{type: schema11.properties.attributes.type},message:"must be array,null",schema:schema11.properties.attributes.type,parentSchema:schema11.properties.attributes,data:data17};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(Array.isArray(data17)){
const len6 = data17.length;
for(let i6=0; i6<len6; i6++){
let data18 = data17[i6];
if((!(data18 && typeof data18 == "object" && !Array.isArray(data18))) && (typeof data18 !== "string")){
const err19 = {instancePath:instancePath+"/attributes/" + i6,schemaPath:"#/definitions/attribute/type",keyword:"type",params:{type: schema15.type},message:"must be object,string",schema:schema15.type,parentSchema:schema15,data:data18};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
if(data18.name === undefined){
const err20 = {instancePath:instancePath+"/attributes/" + i6,schemaPath:"#/definitions/attribute/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema15.required,parentSchema:schema15,data:data18};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
for(const key3 in data18){
if(!(((((key3 === "name") || (key3 === "elements")) || (key3 === "kind")) || (key3 === "properties")) || (key3 === "files"))){
const err21 = {instancePath:instancePath+"/attributes/" + i6,schemaPath:"#/definitions/attribute/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema15,data:data18};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data18.name !== undefined){
let data19 = data18.name;
if(typeof data19 !== "string"){
const err22 = {instancePath:instancePath+"/attributes/" + i6+"/name",schemaPath:"#/definitions/attribute/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema15.properties.name.type,parentSchema:schema15.properties.name,data:data19};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data18.elements !== undefined){
let data20 = data18.elements;
if((!(Array.isArray(data20))) && (typeof data20 !== "string")){
const err23 = {instancePath:instancePath+"/attributes/" + i6+"/elements",schemaPath:"#/definitions/attribute/properties/elements/type",keyword:"type",params:{type: schema15.properties.elements.type},message:"must be array,string",schema:schema15.properties.elements.type,parentSchema:schema15.properties.elements,data:data20};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(Array.isArray(data20)){
const len7 = data20.length;
for(let i7=0; i7<len7; i7++){
let data21 = data20[i7];
if(typeof data21 !== "string"){
const err24 = {instancePath:instancePath+"/attributes/" + i6+"/elements/" + i7,schemaPath:"#/definitions/attribute/properties/elements/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema15.properties.elements.items.type,parentSchema:schema15.properties.elements.items,data:data21};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
}
if(data18.kind !== undefined){
let data22 = data18.kind;
if(!((((((data22 === "track") || (data22 === "page")) || (data22 === "screen")) || (data22 === "identify")) || (data22 === "group")) || (data22 === "alias"))){
const err25 = {instancePath:instancePath+"/attributes/" + i6+"/kind",schemaPath:"#/definitions/attribute/properties/kind/enum",keyword:"enum",params:{allowedValues: schema15.properties.kind.enum},message:"must be equal to one of the allowed values",schema:schema15.properties.kind.enum,parentSchema:schema15.properties.kind,data:data22};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data18.properties !== undefined){
let data23 = data18.properties;
if(typeof data23 !== "string"){
const err26 = {instancePath:instancePath+"/attributes/" + i6+"/properties",schemaPath:"#/definitions/attribute/properties/properties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema15.properties.properties.type,parentSchema:schema15.properties.properties,data:data23};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data18.files !== undefined){
let data24 = data18.files;
if((!(Array.isArray(data24))) && (typeof data24 !== "string")){
const err27 = {instancePath:instancePath+"/attributes/" + i6+"/files",schemaPath:"#/definitions/attribute/properties/files/type",keyword:"type",params:{type: schema15.properties.files.type},message:"must be array,string",schema:schema15.properties.files.type,parentSchema:schema15.properties.files,data:data24};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(Array.isArray(data24)){
const len8 = data24.length;
for(let i8=0; i8<len8; i8++){
let data25 = data24[i8];
if(typeof data25 !== "string"){
const err28 = {instancePath:instancePath+"/attributes/" + i6+"/files/" + i8,schemaPath:"#/definitions/attribute/properties/files/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema15.properties.files.items.type,parentSchema:schema15.properties.files.items,data:data25};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
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
let data26 = data.destinations;
if((!(data26 && typeof data26 == "object" && !Array.isArray(data26))) && (data26 !== null)){
const err29 = {instancePath:instancePath+"/destinations",schemaPath:"#/properties/destinations/type",keyword:"type",params:{type: schema11.properties.destinations.type},message:"must be object,null",schema:schema11.properties.destinations.type,parentSchema:schema11.properties.destinations,data:data26};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
for(const key4 in data26){
let data27 = data26[key4];
if((!(data27 && typeof data27 == "object" && !Array.isArray(data27))) && (data27 !== null)){
const err30 = {instancePath:instancePath+"/destinations/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/limits/type",keyword:"type",params:{type: schema16.type},message:"must be object,null",schema:schema16.type,parentSchema:schema16,data:data27};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
for(const key5 in data27){
if(!(((((((key5 === "event_name_length") || (key5 === "property_name_length")) || (key5 === "property_count")) || (key5 === "value_length")) || (key5 === "name_pattern")) || (key5 === "reserved_names")) || (key5 === "reserved_prefixes"))){
const err31 = {instancePath:instancePath+"/destinations/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/limits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema16,data:data27};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data27.event_name_length !== undefined){
let data28 = data27.event_name_length;
if(!((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28)))){
const err32 = {instancePath:instancePath+"/destinations/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/event_name_length",schemaPath:"#/definitions/limits/properties/event_name_length/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema16.properties.event_name_length.type,parentSchema:schema16.properties.event_name_length,data:data28};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(typeof data28 == "number"){
if(data28 < 1 || isNaN(data28)){
const err33 = {instancePath:instancePath+"/destinations/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/event_name_length",schemaPath:"#/definitions/limits/properties/event_name_length/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema16.properties.event_name_length,data:data28};
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
if(data27.property_name_length !== undefined){
let data29 = data27.property_name_length;
if(!((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29)))){
const err34 = {instancePath:instancePath+"/destinations/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/property_name_length",schemaPath:"#/definitions/limits/properties/property_name_length/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema16.properties.property_name_length.type,parentSchema:schema16.properties.property_name_length,data:data29};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(typeof data29 == "number"){
if(data29 < 1 || isNaN(data29)){
const err35 = {instancePath:instancePath+"/destinations/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/property_name_length",schemaPath:"#/definitions/limits/properties/property_name_length/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema16.properties.property_name_length,data:data29};
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
if(data27.property_count !== undefined){
let data30 = data27.property_count;
if(!((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30)))){
const err36 = {instancePath:instancePath+"/destinations/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/property_count",schemaPath:"#/definitions/limits/properties/property_count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema16.properties.property_count.type,parentSchema:schema16.properties.property_count,data:data30};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(typeof data30 == "number"){
if(data30 < 0 || isNaN(data30)){
const err37 = {instancePath:instancePath+"/destinations/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/property_count",schemaPath:"#/definitions/limits/properties/property_count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema16.properties.property_count,data:data30};
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
if(data27.value_length !== undefined){
let data31 = data27.value_length;
if(!((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31)))){
const err38 = {instancePath:instancePath+"/destinations/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/value_length",schemaPath:"#/definitions/limits/properties/value_length/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema16.properties.value_length.type,parentSchema:schema16.properties.value_length,data:data31};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(typeof data31 == "number"){
if(data31 < 0 || isNaN(data31)){
const err39 = {instancePath:instancePath+"/destinations/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/value_length",schemaPath:"#/definitions/limits/properties/value_length/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema16.properties.value_length,data:data31};
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
if(data27.name_pattern !== undefined){
let data32 = data27.name_pattern;
if(typeof data32 !== "string"){
const err40 = {instancePath:instancePath+"/destinations/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/name_pattern",schemaPath:"#/definitions/limits/properties/name_pattern/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.properties.name_pattern.type,parentSchema:schema16.properties.name_pattern,data:data32};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data27.reserved_names !== undefined){
let data33 = data27.reserved_names;
if(Array.isArray(data33)){
const len9 = data33.length;
for(let i9=0; i9<len9; i9++){
let data34 = data33[i9];
if(typeof data34 !== "string"){
const err41 = {instancePath:instancePath+"/destinations/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/reserved_names/" + i9,schemaPath:"#/definitions/limits/properties/reserved_names/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.properties.reserved_names.items.type,parentSchema:schema16.properties.reserved_names.items,data:data34};
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
else {
const err42 = {instancePath:instancePath+"/destinations/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/reserved_names",schemaPath:"#/definitions/limits/properties/reserved_names/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema16.properties.reserved_names.type,parentSchema:schema16.properties.reserved_names,data:data33};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data27.reserved_prefixes !== undefined){
let data35 = data27.reserved_prefixes;
if(Array.isArray(data35)){
const len10 = data35.length;
for(let i10=0; i10<len10; i10++){
let data36 = data35[i10];
if(typeof data36 !== "string"){
const err43 = {instancePath:instancePath+"/destinations/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/reserved_prefixes/" + i10,schemaPath:"#/definitions/limits/properties/reserved_prefixes/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.properties.reserved_prefixes.items.type,parentSchema:schema16.properties.reserved_prefixes.items,data:data36};
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
else {
const err44 = {instancePath:instancePath+"/destinations/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/reserved_prefixes",schemaPath:"#/definitions/limits/properties/reserved_prefixes/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema16.properties.reserved_prefixes.type,parentSchema:schema16.properties.reserved_prefixes,data:data35};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
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

