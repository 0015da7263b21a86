// Generated from the schema by `npm run generate`; not to be edited.
"use strict";
export const validate = validate10;
export default validate10;
const schema11 = {"$id":"tracklint-plan","title":"a tracking plan","type":["object","null"],"properties":{"$schema":{"type":"string"},"version":{"enum":[1,"1"]},"name":{"type":"string"},"description":{"type":"string"},"naming":{"$ref":"#/definitions/naming"},"vocabulary":{"$ref":"#/definitions/vocabulary"},"sources":{"title":"the sources","type":["object","null"],"additionalProperties":{"$ref":"#/definitions/source"}},"destinations":{"title":"the destinations","type":["object","null"],"additionalProperties":{"$ref":"#/definitions/destination"}},"properties":{"$ref":"#/definitions/properties"},"common":{"$ref":"#/definitions/properties"},"events":{"title":"the events","type":["object","null"],"additionalProperties":{"$ref":"#/definitions/event"}},"pages":{"title":"the pages","type":["object","null"],"additionalProperties":{"$ref":"#/definitions/event"}},"screens":{"title":"the screens","type":["object","null"],"additionalProperties":{"$ref":"#/definitions/event"}},"identify":{"$ref":"#/definitions/traits"},"group":{"$ref":"#/definitions/traits"},"metrics":{"title":"the metrics","type":["object","null"],"additionalProperties":{"$ref":"#/definitions/metric"}},"funnels":{"title":"the funnels","type":["object","null"],"additionalProperties":{"$ref":"#/definitions/funnel"}}},"patternProperties":{"^x-":{}},"additionalProperties":false,"definitions":{"case":{"enum":["Title Case","Sentence case","lower case","snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE","any"]},"naming":{"title":"the naming rules","type":["object","null"],"properties":{"events":{"title":"the naming rules of events","type":["object","null"],"properties":{"framework":{"enum":["object-action","action-object","none"]},"case":{"$ref":"#/definitions/case"},"tense":{"enum":["past","present","any"]},"pattern":{"type":"string"}},"additionalProperties":false},"properties":{"title":"the naming rules of properties","type":["object","null"],"properties":{"case":{"$ref":"#/definitions/case"},"pattern":{"type":"string"}},"additionalProperties":false}},"additionalProperties":false},"vocabulary":{"title":"the vocabulary","type":["object","null"],"properties":{"objects":{"title":"the objects","type":["object","array","null"],"additionalProperties":{"$ref":"#/definitions/word"},"items":{"type":"string"}},"actions":{"title":"the actions","type":["object","array","null"],"additionalProperties":{"$ref":"#/definitions/word"},"items":{"type":"string"}}},"additionalProperties":false},"word":{"title":"a word of the vocabulary","type":["object","null"],"properties":{"synonyms":{"type":["array","string"],"items":{"type":"string"}},"description":{"type":"string"}},"additionalProperties":false},"source":{"title":"a source","type":["object","null"],"properties":{"description":{"type":"string"},"include":{"type":["array","string"],"items":{"type":"string"}},"exclude":{"type":["array","string"],"items":{"type":"string"}},"sdk":{"type":["string","array"],"items":{"type":"string"}},"origin":{"enum":["code","external"]},"delivery":{"type":"string"},"retention":{"type":["string","integer"]},"owner":{"type":"string"}},"patternProperties":{"^x-":{}},"additionalProperties":false},"destination":{"title":"a destination","type":["object","null"],"properties":{"description":{"type":"string"},"event_name_length":{"type":"integer","minimum":1},"property_name_length":{"type":"integer","minimum":1},"property_count":{"type":"integer","minimum":0},"value_length":{"type":"integer","minimum":0},"name_pattern":{"type":"string"},"reserved_names":{"type":"array","items":{"type":"string"}},"reserved_prefixes":{"type":"array","items":{"type":"string"}}},"patternProperties":{"^x-":{}},"additionalProperties":false},"event":{"title":"an event","type":["object","null"],"properties":{"description":{"type":"string"},"why":{"type":"string"},"owner":{"type":"string"},"status":{"enum":["planned","active","deprecated","removed"]},"weight":{"type":"number","minimum":0},"sources":{"type":["array","string"],"items":{"type":"string"}},"tags":{"type":["array","string"],"items":{"type":"string"}},"properties":{"$ref":"#/definitions/properties"},"additionalProperties":{"type":"boolean"},"replaced_by":{"type":"string"},"remove_after":{"type":"string"}},"patternProperties":{"^x-":{}},"additionalProperties":false},"properties":{"title":"the properties","type":["object","null"],"additionalProperties":{"$ref":"#/definitions/property"}},"property":{"title":"a property","type":["object","string","null"],"if":{"type":"string"},"then":{"title":"the type of","enum":["string","number","integer","boolean","array","object","null"]},"properties":{"$ref":{"type":"string"},"type":{"if":{"type":"array"},"then":{"items":{"enum":["string","number","integer","boolean","array","object","null",null]}},"else":{"enum":["string","number","integer","boolean","array","object","null",null]}},"required":{"type":"boolean"},"description":{"type":"string"},"enum":{"type":"array","items":{"type":["string","number","boolean","null"]}},"const":{"type":["string","number","boolean","null"]},"pattern":{"type":"string"},"format":{"type":"string"},"minimum":{"type":"number"},"maximum":{"type":"number"},"exclusiveMinimum":{"type":"number"},"exclusiveMaximum":{"type":"number"},"minLength":{"type":"integer","minimum":0},"maxLength":{"type":"integer","minimum":0},"minItems":{"type":"integer","minimum":0},"maxItems":{"type":"integer","minimum":0},"items":{"$ref":"#/definitions/property"},"properties":{"$ref":"#/definitions/properties"},"additionalProperties":{"type":"boolean"},"examples":{"type":"array"},"default":{},"pii":{"type":"boolean"},"deprecated":{"type":"boolean"},"replaced_by":{"type":"string"}},"patternProperties":{"^x-":{}},"additionalProperties":false},"traits":{"title":"the traits","type":["object","null"],"properties":{"description":{"type":"string"},"traits":{"$ref":"#/definitions/properties"},"additionalProperties":{"type":"boolean"}},"patternProperties":{"^x-":{}},"additionalProperties":false},"metric":{"title":"a metric","type":["object","array","null"],"items":{"type":"string"},"properties":{"kind":{"type":"string"},"description":{"type":"string"},"events":{"type":["array","string"],"items":{"type":"string"}},"owner":{"type":"string"}},"patternProperties":{"^x-":{}},"additionalProperties":false},"funnel":{"title":"a funnel","type":["array","object","null"],"items":{"type":"string"},"properties":{"description":{"type":"string"},"steps":{"type":"array","items":{"type":"string"}},"owner":{"type":"string"}},"patternProperties":{"^x-":{}},"additionalProperties":false}}};
const schema18 = {"title":"a source","type":["object","null"],"properties":{"description":{"type":"string"},"include":{"type":["array","string"],"items":{"type":"string"}},"exclude":{"type":["array","string"],"items":{"type":"string"}},"sdk":{"type":["string","array"],"items":{"type":"string"}},"origin":{"enum":["code","external"]},"delivery":{"type":"string"},"retention":{"type":["string","integer"]},"owner":{"type":"string"}},"patternProperties":{"^x-":{}},"additionalProperties":false};
const schema19 = {"title":"a destination","type":["object","null"],"properties":{"description":{"type":"string"},"event_name_length":{"type":"integer","minimum":1},"property_name_length":{"type":"integer","minimum":1},"property_count":{"type":"integer","minimum":0},"value_length":{"type":"integer","minimum":0},"name_pattern":{"type":"string"},"reserved_names":{"type":"array","items":{"type":"string"}},"reserved_prefixes":{"type":"array","items":{"type":"string"}}},"patternProperties":{"^x-":{}},"additionalProperties":false};
const schema24 = {"title":"a metric","type":["object","array","null"],"items":{"type":"string"},"properties":{"kind":{"type":"string"},"description":{"type":"string"},"events":{"type":["array","string"],"items":{"type":"string"}},"owner":{"type":"string"}},"patternProperties":{"^x-":{}},"additionalProperties":false};
const schema25 = {"title":"a funnel","type":["array","object","null"],"items":{"type":"string"},"properties":{"description":{"type":"string"},"steps":{"type":"array","items":{"type":"string"}},"owner":{"type":"string"}},"patternProperties":{"^x-":{}},"additionalProperties":false};
const func2 = Object.prototype.hasOwnProperty;
const pattern0 = new RegExp("^x-", "u");
const schema12 = {"title":"the naming rules","type":["object","null"],"properties":{"events":{"title":"the naming rules of events","type":["object","null"],"properties":{"framework":{"enum":["object-action","action-object","none"]},"case":{"$ref":"#/definitions/case"},"tense":{"enum":["past","present","any"]},"pattern":{"type":"string"}},"additionalProperties":false},"properties":{"title":"the naming rules of properties","type":["object","null"],"properties":{"case":{"$ref":"#/definitions/case"},"pattern":{"type":"string"}},"additionalProperties":false}},"additionalProperties":false};
const schema13 = {"enum":["Title Case","Sentence case","lower case","snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE","any"]};

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema12.type},message:"must be object,null",schema:schema12.type,parentSchema:schema12,data};
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
if(!((key0 === "events") || (key0 === "properties"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.events !== undefined){
let data0 = data.events;
if((!(data0 && typeof data0 == "object" && !Array.isArray(data0))) && (data0 !== null)){
const err2 = {instancePath:instancePath+"/events",schemaPath:"#/properties/events/type",keyword:"type",params:{type: schema12.properties.events.type},message:"must be object,null",schema:schema12.properties.events.type,parentSchema:schema12.properties.events,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
if(!((((key1 === "framework") || (key1 === "case")) || (key1 === "tense")) || (key1 === "pattern"))){
const err3 = {instancePath:instancePath+"/events",schemaPath:"#/properties/events/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema12.properties.events,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.framework !== undefined){
let data1 = data0.framework;
if(!(((data1 === "object-action") || (data1 === "action-object")) || (data1 === "none"))){
const err4 = {instancePath:instancePath+"/events/framework",schemaPath:"#/properties/events/properties/framework/enum",keyword:"enum",params:{allowedValues: schema12.properties.events.properties.framework.enum},message:"must be equal to one of the allowed values",schema:schema12.properties.events.properties.framework.enum,parentSchema:schema12.properties.events.properties.framework,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data0.case !== undefined){
let data2 = data0.case;
if(!(((((((((data2 === "Title Case") || (data2 === "Sentence case")) || (data2 === "lower case")) || (data2 === "snake_case")) || (data2 === "camelCase")) || (data2 === "PascalCase")) || (data2 === "kebab-case")) || (data2 === "SCREAMING_SNAKE_CASE")) || (data2 === "any"))){
const err5 = {instancePath:instancePath+"/events/case",schemaPath:"#/definitions/case/enum",keyword:"enum",params:{allowedValues: schema13.enum},message:"must be equal to one of the allowed values",schema:schema13.enum,parentSchema:schema13,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data0.tense !== undefined){
let data3 = data0.tense;
if(!(((data3 === "past") || (data3 === "present")) || (data3 === "any"))){
const err6 = {instancePath:instancePath+"/events/tense",schemaPath:"#/properties/events/properties/tense/enum",keyword:"enum",params:{allowedValues: schema12.properties.events.properties.tense.enum},message:"must be equal to one of the allowed values",schema:schema12.properties.events.properties.tense.enum,parentSchema:schema12.properties.events.properties.tense,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data0.pattern !== undefined){
let data4 = data0.pattern;
if(typeof data4 !== "string"){
const err7 = {instancePath:instancePath+"/events/pattern",schemaPath:"#/properties/events/properties/pattern/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.events.properties.pattern.type,parentSchema:schema12.properties.events.properties.pattern,data:data4};
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
if(data.properties !== undefined){
let data5 = data.properties;
if((!(data5 && typeof data5 == "object" && !Array.isArray(data5))) && (data5 !== null)){
const err8 = {instancePath:instancePath+"/properties",schemaPath:"#/properties/properties/type",keyword:"type",params:{type: schema12.properties.properties.type},message:"must be object,null",schema:schema12.properties.properties.type,parentSchema:schema12.properties.properties,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key2 in data5){
if(!((key2 === "case") || (key2 === "pattern"))){
const err9 = {instancePath:instancePath+"/properties",schemaPath:"#/properties/properties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema12.properties.properties,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data5.case !== undefined){
let data6 = data5.case;
if(!(((((((((data6 === "Title Case") || (data6 === "Sentence case")) || (data6 === "lower case")) || (data6 === "snake_case")) || (data6 === "camelCase")) || (data6 === "PascalCase")) || (data6 === "kebab-case")) || (data6 === "SCREAMING_SNAKE_CASE")) || (data6 === "any"))){
const err10 = {instancePath:instancePath+"/properties/case",schemaPath:"#/definitions/case/enum",keyword:"enum",params:{allowedValues: schema13.enum},message:"must be equal to one of the allowed values",schema:schema13.enum,parentSchema:schema13,data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data5.pattern !== undefined){
let data7 = data5.pattern;
if(typeof data7 !== "string"){
const err11 = {instancePath:instancePath+"/properties/pattern",schemaPath:"#/properties/properties/properties/pattern/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.properties.properties.pattern.type,parentSchema:schema12.properties.properties.properties.pattern,data:data7};
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
}
validate11.errors = vErrors;
return errors === 0;
}

const schema15 = {"title":"the vocabulary","type":["object","null"],"properties":{"objects":{"title":"the objects","type":["object","array","null"],"additionalProperties":{"$ref":"#/definitions/word"},"items":{"type":"string"}},"actions":{"title":"the actions","type":["object","array","null"],"additionalProperties":{"$ref":"#/definitions/word"},"items":{"type":"string"}}},"additionalProperties":false};
const schema16 = {"title":"a word of the vocabulary","type":["object","null"],"properties":{"synonyms":{"type":["array","string"],"items":{"type":"string"}},"description":{"type":"string"}},"additionalProperties":false};

function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema15.type},message:"must be object,null",schema:schema15.type,parentSchema:schema15,data};
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
if(!((key0 === "objects") || (key0 === "actions"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.objects !== undefined){
let data0 = data.objects;
if(typeof data0 != "object"){
const err2 = {instancePath:instancePath+"/objects",schemaPath:"#/properties/objects/type",keyword:"type",params:{type: schema15.properties.objects.type},message:"must be object,array,null",schema:schema15.properties.objects.type,parentSchema:schema15.properties.objects,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/objects/" + i0,schemaPath:"#/properties/objects/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema15.properties.objects.items.type,parentSchema:schema15.properties.objects.items,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
let data2 = data0[key1];
if((!(data2 && typeof data2 == "object" && !Array.isArray(data2))) && (data2 !== null)){
const err4 = {instancePath:instancePath+"/objects/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/word/type",keyword:"type",params:{type: schema16.type},message:"must be object,null",schema:schema16.type,parentSchema:schema16,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key2 in data2){
if(!((key2 === "synonyms") || (key2 === "description"))){
const err5 = {instancePath:instancePath+"/objects/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/word/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema16,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data2.synonyms !== undefined){
let data3 = data2.synonyms;
if((!(Array.isArray(data3))) && (typeof data3 !== "string")){
const err6 = {instancePath:instancePath+"/objects/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/synonyms",schemaPath:"#/definitions/word/properties/synonyms/type",keyword:"type",params:{type: schema16.properties.synonyms.type},message:"must be array,string",schema:schema16.properties.synonyms.type,parentSchema:schema16.properties.synonyms,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
if(typeof data4 !== "string"){
const err7 = {instancePath:instancePath+"/objects/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/synonyms/" + i1,schemaPath:"#/definitions/word/properties/synonyms/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.properties.synonyms.items.type,parentSchema:schema16.properties.synonyms.items,data:data4};
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
if(data2.description !== undefined){
let data5 = data2.description;
if(typeof data5 !== "string"){
const err8 = {instancePath:instancePath+"/objects/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/definitions/word/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.properties.description.type,parentSchema:schema16.properties.description,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
}
}
}
if(data.actions !== undefined){
let data6 = data.actions;
if(typeof data6 != "object"){
const err9 = {instancePath:instancePath+"/actions",schemaPath:"#/properties/actions/type",keyword:"type",params:{type: schema15.properties.actions.type},message:"must be object,array,null",schema:schema15.properties.actions.type,parentSchema:schema15.properties.actions,data:data6};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(Array.isArray(data6)){
const len2 = data6.length;
for(let i2=0; i2<len2; i2++){
let data7 = data6[i2];
if(typeof data7 !== "string"){
const err10 = {instancePath:instancePath+"/actions/" + i2,schemaPath:"#/properties/actions/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema15.properties.actions.items.type,parentSchema:schema15.properties.actions.items,data:data7};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key3 in data6){
let data8 = data6[key3];
if((!(data8 && typeof data8 == "object" && !Array.isArray(data8))) && (data8 !== null)){
const err11 = {instancePath:instancePath+"/actions/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/word/type",keyword:"type",params:{type: schema16.type},message:"must be object,null",schema:schema16.type,parentSchema:schema16,data:data8};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key4 in data8){
if(!((key4 === "synonyms") || (key4 === "description"))){
const err12 = {instancePath:instancePath+"/actions/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/word/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema16,data:data8};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data8.synonyms !== undefined){
let data9 = data8.synonyms;
if((!(Array.isArray(data9))) && (typeof data9 !== "string")){
const err13 = {instancePath:instancePath+"/actions/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/synonyms",schemaPath:"#/definitions/word/properties/synonyms/type",keyword:"type",params:{type: schema16.properties.synonyms.type},message:"must be array,string",schema:schema16.properties.synonyms.type,parentSchema:schema16.properties.synonyms,data:data9};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(Array.isArray(data9)){
const len3 = data9.length;
for(let i3=0; i3<len3; i3++){
let data10 = data9[i3];
if(typeof data10 !== "string"){
const err14 = {instancePath:instancePath+"/actions/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/synonyms/" + i3,schemaPath:"#/definitions/word/properties/synonyms/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.properties.synonyms.items.type,parentSchema:schema16.properties.synonyms.items,data:data10};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
}
if(data8.description !== undefined){
let data11 = data8.description;
if(typeof data11 !== "string"){
const err15 = {instancePath:instancePath+"/actions/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/definitions/word/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.properties.description.type,parentSchema:schema16.properties.description,data:data11};
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
}
}
}
validate13.errors = vErrors;
return errors === 0;
}

const schema20 = {"title":"the properties","type":["object","null"],"additionalProperties":{"$ref":"#/definitions/property"}};
const schema21 = {"title":"a property","type":["object","string","null"],"if":{"type":"string"},"then":{"title":"the type of","enum":["string","number","integer","boolean","array","object","null"]},"properties":{"$ref":{"type":"string"},"type":{"if":{"type":"array"},"then":{"items":{"enum":["string","number","integer","boolean","array","object","null",null]}},"else":{"enum":["string","number","integer","boolean","array","object","null",null]}},"required":{"type":"boolean"},"description":{"type":"string"},"enum":{"type":"array","items":{"type":["string","number","boolean","null"]}},"const":{"type":["string","number","boolean","null"]},"pattern":{"type":"string"},"format":{"type":"string"},"minimum":{"type":"number"},"maximum":{"type":"number"},"exclusiveMinimum":{"type":"number"},"exclusiveMaximum":{"type":"number"},"minLength":{"type":"integer","minimum":0},"maxLength":{"type":"integer","minimum":0},"minItems":{"type":"integer","minimum":0},"maxItems":{"type":"integer","minimum":0},"items":{"$ref":"#/definitions/property"},"properties":{"$ref":"#/definitions/properties"},"additionalProperties":{"type":"boolean"},"examples":{"type":"array"},"default":{},"pii":{"type":"boolean"},"deprecated":{"type":"boolean"},"replaced_by":{"type":"string"}},"patternProperties":{"^x-":{}},"additionalProperties":false};
const wrapper0 = {validate: validate16};
const wrapper1 = {validate: validate15};

function validate16(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(((!(data && typeof data == "object" && !Array.isArray(data))) && (typeof data !== "string")) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema21.type},message:"must be object,string,null",schema:schema21.type,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const _errs1 = errors;
let valid0 = true;
const _errs2 = errors;
if(typeof data !== "string"){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs2 === errors;
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs4 = errors;
if(!(((((((data === "string") || (data === "number")) || (data === "integer")) || (data === "boolean")) || (data === "array")) || (data === "object")) || (data === "null"))){
const err2 = {instancePath,schemaPath:"#/then/enum",keyword:"enum",params:{allowedValues: schema21.then.enum},message:"must be equal to one of the allowed values",schema:schema21.then.enum,parentSchema:schema21.then,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid0 = _errs4 === errors;
valid0 = _valid0;
}
if(!valid0){
const err3 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema21.if,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((func2.call(schema21.properties, key0)) || (pattern0.test(key0)))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.$ref !== undefined){
let data0 = data.$ref;
if(typeof data0 !== "string"){
const err5 = {instancePath:instancePath+"/$ref",schemaPath:"#/properties/%24ref/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema21.properties.$ref.type,parentSchema:schema21.properties.$ref,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.type !== undefined){
let data1 = data.type;
const _errs9 = errors;
let valid2 = true;
const _errs10 = errors;
if(!(Array.isArray(data1))){
const err6 = {};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid1 = _errs10 === errors;
errors = _errs9;
if(vErrors !== null){
if(_errs9){
vErrors.length = _errs9;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid1){
const _errs12 = errors;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(!((((((((data2 === "string") || (data2 === "number")) || (data2 === "integer")) || (data2 === "boolean")) || (data2 === "array")) || (data2 === "object")) || (data2 === "null")) || (data2 === null))){
const err7 = {instancePath:instancePath+"/type/" + i0,schemaPath:"#/properties/type/then/items/enum",keyword:"enum",params:{allowedValues: schema21.properties.type.then.items.enum},message:"must be equal to one of the allowed values",schema:schema21.properties.type.then.items.enum,parentSchema:schema21.properties.type.then.items,data:data2};
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
var _valid1 = _errs12 === errors;
valid2 = _valid1;
ifClause0 = "then";
}
else {
const _errs14 = errors;
if(!((((((((data1 === "string") || (data1 === "number")) || (data1 === "integer")) || (data1 === "boolean")) || (data1 === "array")) || (data1 === "object")) || (data1 === "null")) || (data1 === null))){
const err8 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/else/enum",keyword:"enum",params:{allowedValues: schema21.properties.type.else.enum},message:"must be equal to one of the allowed values",schema:schema21.properties.type.else.enum,parentSchema:schema21.properties.type.else,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var _valid1 = _errs14 === errors;
valid2 = _valid1;
ifClause0 = "else";
}
if(!valid2){
const err9 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/if",keyword:"if",params:{failingKeyword: ifClause0},message:"must match \""+ifClause0+"\" schema",schema:schema21.properties.type.if,parentSchema:schema21.properties.type,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.required !== undefined){
let data3 = data.required;
if(typeof data3 !== "boolean"){
const err10 = {instancePath:instancePath+"/required",schemaPath:"#/properties/required/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema21.properties.required.type,parentSchema:schema21.properties.required,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.description !== undefined){
let data4 = data.description;
if(typeof data4 !== "string"){
const err11 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema21.properties.description.type,parentSchema:schema21.properties.description,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.enum !== undefined){
let data5 = data.enum;
if(Array.isArray(data5)){
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
let data6 = data5[i1];
if((((typeof data6 !== "string") && (!(typeof data6 == "number"))) && (typeof data6 !== "boolean")) && (data6 !== null)){
const err12 = {instancePath:instancePath+"/enum/" + i1,schemaPath:"#/properties/enum/items/type",keyword:"type",params:{type: schema21.properties.enum.items.type},message:"must be string,number,boolean,null",schema:schema21.properties.enum.items.type,parentSchema:schema21.properties.enum.items,data:data6};
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
else {
const err13 = {instancePath:instancePath+"/enum",schemaPath:"#/properties/enum/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema21.properties.enum.type,parentSchema:schema21.properties.enum,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.const !== undefined){
let data7 = data.const;
if((((typeof data7 !== "string") && (!(typeof data7 == "number"))) && (typeof data7 !== "boolean")) && (data7 !== null)){
const err14 = {instancePath:instancePath+"/const",schemaPath:"#/properties/const/type",keyword:"type",params:{type: schema21.properties.const.type},message:"must be string,number,boolean,null",schema:schema21.properties.const.type,parentSchema:schema21.properties.const,data:data7};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.pattern !== undefined){
let data8 = data.pattern;
if(typeof data8 !== "string"){
const err15 = {instancePath:instancePath+"/pattern",schemaPath:"#/properties/pattern/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema21.properties.pattern.type,parentSchema:schema21.properties.pattern,data:data8};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.format !== undefined){
let data9 = data.format;
if(typeof data9 !== "string"){
const err16 = {instancePath:instancePath+"/format",schemaPath:"#/properties/format/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema21.properties.format.type,parentSchema:schema21.properties.format,data:data9};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.minimum !== undefined){
let data10 = data.minimum;
if(!(typeof data10 == "number")){
const err17 = {instancePath:instancePath+"/minimum",schemaPath:"#/properties/minimum/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema21.properties.minimum.type,parentSchema:schema21.properties.minimum,data:data10};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.maximum !== undefined){
let data11 = data.maximum;
if(!(typeof data11 == "number")){
const err18 = {instancePath:instancePath+"/maximum",schemaPath:"#/properties/maximum/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema21.properties.maximum.type,parentSchema:schema21.properties.maximum,data:data11};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.exclusiveMinimum !== undefined){
let data12 = data.exclusiveMinimum;
if(!(typeof data12 == "number")){
const err19 = {instancePath:instancePath+"/exclusiveMinimum",schemaPath:"#/properties/exclusiveMinimum/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema21.properties.exclusiveMinimum.type,parentSchema:schema21.properties.exclusiveMinimum,data:data12};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.exclusiveMaximum !== undefined){
let data13 = data.exclusiveMaximum;
if(!(typeof data13 == "number")){
const err20 = {instancePath:instancePath+"/exclusiveMaximum",schemaPath:"#/properties/exclusiveMaximum/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema21.properties.exclusiveMaximum.type,parentSchema:schema21.properties.exclusiveMaximum,data:data13};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.minLength !== undefined){
let data14 = data.minLength;
if(!((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14)))){
const err21 = {instancePath:instancePath+"/minLength",schemaPath:"#/properties/minLength/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema21.properties.minLength.type,parentSchema:schema21.properties.minLength,data:data14};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(typeof data14 == "number"){
if(data14 < 0 || isNaN(data14)){
const err22 = {instancePath:instancePath+"/minLength",schemaPath:"#/properties/minLength/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema21.properties.minLength,data:data14};
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
if(data.maxLength !== undefined){
let data15 = data.maxLength;
if(!((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15)))){
const err23 = {instancePath:instancePath+"/maxLength",schemaPath:"#/properties/maxLength/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema21.properties.maxLength.type,parentSchema:schema21.properties.maxLength,data:data15};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(typeof data15 == "number"){
if(data15 < 0 || isNaN(data15)){
const err24 = {instancePath:instancePath+"/maxLength",schemaPath:"#/properties/maxLength/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema21.properties.maxLength,data:data15};
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
if(data.minItems !== undefined){
let data16 = data.minItems;
if(!((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16)))){
const err25 = {instancePath:instancePath+"/minItems",schemaPath:"#/properties/minItems/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema21.properties.minItems.type,parentSchema:schema21.properties.minItems,data:data16};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(typeof data16 == "number"){
if(data16 < 0 || isNaN(data16)){
const err26 = {instancePath:instancePath+"/minItems",schemaPath:"#/properties/minItems/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema21.properties.minItems,data:data16};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
if(data.maxItems !== undefined){
let data17 = data.maxItems;
if(!((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17)))){
const err27 = {instancePath:instancePath+"/maxItems",schemaPath:"#/properties/maxItems/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema21.properties.maxItems.type,parentSchema:schema21.properties.maxItems,data:data17};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(typeof data17 == "number"){
if(data17 < 0 || isNaN(data17)){
const err28 = {instancePath:instancePath+"/maxItems",schemaPath:"#/properties/maxItems/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema21.properties.maxItems,data:data17};
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
if(data.items !== undefined){
if(!(wrapper0.validate(data.items, {instancePath:instancePath+"/items",parentData:data,parentDataProperty:"items",rootData}))){
vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
errors = vErrors.length;
}
}
if(data.properties !== undefined){
if(!(wrapper1.validate(data.properties, {instancePath:instancePath+"/properties",parentData:data,parentDataProperty:"properties",rootData}))){
vErrors = vErrors === null ? wrapper1.validate.errors : vErrors.concat(wrapper1.validate.errors);
errors = vErrors.length;
}
}
if(data.additionalProperties !== undefined){
let data20 = data.additionalProperties;
if(typeof data20 !== "boolean"){
const err29 = {instancePath:instancePath+"/additionalProperties",schemaPath:"#/properties/additionalProperties/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema21.properties.additionalProperties.type,parentSchema:schema21.properties.additionalProperties,data:data20};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.examples !== undefined){
let data21 = data.examples;
if(!(Array.isArray(data21))){
const err30 = {instancePath:instancePath+"/examples",schemaPath:"#/properties/examples/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema21.properties.examples.type,parentSchema:schema21.properties.examples,data:data21};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.pii !== undefined){
let data22 = data.pii;
if(typeof data22 !== "boolean"){
const err31 = {instancePath:instancePath+"/pii",schemaPath:"#/properties/pii/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema21.properties.pii.type,parentSchema:schema21.properties.pii,data:data22};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.deprecated !== undefined){
let data23 = data.deprecated;
if(typeof data23 !== "boolean"){
const err32 = {instancePath:instancePath+"/deprecated",schemaPath:"#/properties/deprecated/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema21.properties.deprecated.type,parentSchema:schema21.properties.deprecated,data:data23};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.replaced_by !== undefined){
let data24 = data.replaced_by;
if(typeof data24 !== "string"){
const err33 = {instancePath:instancePath+"/replaced_by",schemaPath:"#/properties/replaced_by/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema21.properties.replaced_by.type,parentSchema:schema21.properties.replaced_by,data:data24};
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
validate16.errors = vErrors;
return errors === 0;
}


function validate15(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema20.type},message:"must be object,null",schema:schema20.type,parentSchema:schema20,data};
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
if(!(validate16(data[key0], {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data,parentDataProperty:key0,rootData}))){
vErrors = vErrors === null ? validate16.errors : vErrors.concat(validate16.errors);
errors = vErrors.length;
}
}
}
validate15.errors = vErrors;
return errors === 0;
}

const schema22 = {"title":"an event","type":["object","null"],"properties":{"description":{"type":"string"},"why":{"type":"string"},"owner":{"type":"string"},"status":{"enum":["planned","active","deprecated","removed"]},"weight":{"type":"number","minimum":0},"sources":{"type":["array","string"],"items":{"type":"string"}},"tags":{"type":["array","string"],"items":{"type":"string"}},"properties":{"$ref":"#/definitions/properties"},"additionalProperties":{"type":"boolean"},"replaced_by":{"type":"string"},"remove_after":{"type":"string"}},"patternProperties":{"^x-":{}},"additionalProperties":false};

function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema22.type},message:"must be object,null",schema:schema22.type,parentSchema:schema22,data};
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
if(!((func2.call(schema22.properties, key0)) || (pattern0.test(key0)))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema22,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.description !== undefined){
let data0 = data.description;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema22.properties.description.type,parentSchema:schema22.properties.description,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.why !== undefined){
let data1 = data.why;
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/why",schemaPath:"#/properties/why/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema22.properties.why.type,parentSchema:schema22.properties.why,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.owner !== undefined){
let data2 = data.owner;
if(typeof data2 !== "string"){
const err4 = {instancePath:instancePath+"/owner",schemaPath:"#/properties/owner/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema22.properties.owner.type,parentSchema:schema22.properties.owner,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.status !== undefined){
let data3 = data.status;
if(!((((data3 === "planned") || (data3 === "active")) || (data3 === "deprecated")) || (data3 === "removed"))){
const err5 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/enum",keyword:"enum",params:{allowedValues: schema22.properties.status.enum},message:"must be equal to one of the allowed values",schema:schema22.properties.status.enum,parentSchema:schema22.properties.status,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.weight !== undefined){
let data4 = data.weight;
if(typeof data4 == "number"){
if(data4 < 0 || isNaN(data4)){
const err6 = {instancePath:instancePath+"/weight",schemaPath:"#/properties/weight/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema22.properties.weight,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/weight",schemaPath:"#/properties/weight/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema22.properties.weight.type,parentSchema:schema22.properties.weight,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.sources !== undefined){
let data5 = data.sources;
if((!(Array.isArray(data5))) && (typeof data5 !== "string")){
const err8 = {instancePath:instancePath+"/sources",schemaPath:"#/properties/sources/type",keyword:"type",params:{type: schema22.properties.sources.type},message:"must be array,string",schema:schema22.properties.sources.type,parentSchema:schema22.properties.sources,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(typeof data6 !== "string"){
const err9 = {instancePath:instancePath+"/sources/" + i0,schemaPath:"#/properties/sources/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema22.properties.sources.items.type,parentSchema:schema22.properties.sources.items,data:data6};
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
if(data.tags !== undefined){
let data7 = data.tags;
if((!(Array.isArray(data7))) && (typeof data7 !== "string")){
const err10 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{type: schema22.properties.tags.type},message:"must be array,string",schema:schema22.properties.tags.type,parentSchema:schema22.properties.tags,data:data7};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(Array.isArray(data7)){
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
let data8 = data7[i1];
if(typeof data8 !== "string"){
const err11 = {instancePath:instancePath+"/tags/" + i1,schemaPath:"#/properties/tags/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema22.properties.tags.items.type,parentSchema:schema22.properties.tags.items,data:data8};
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
if(data.properties !== undefined){
if(!(validate15(data.properties, {instancePath:instancePath+"/properties",parentData:data,parentDataProperty:"properties",rootData}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
}
if(data.additionalProperties !== undefined){
let data10 = data.additionalProperties;
if(typeof data10 !== "boolean"){
const err12 = {instancePath:instancePath+"/additionalProperties",schemaPath:"#/properties/additionalProperties/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema22.properties.additionalProperties.type,parentSchema:schema22.properties.additionalProperties,data:data10};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.replaced_by !== undefined){
let data11 = data.replaced_by;
if(typeof data11 !== "string"){
const err13 = {instancePath:instancePath+"/replaced_by",schemaPath:"#/properties/replaced_by/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema22.properties.replaced_by.type,parentSchema:schema22.properties.replaced_by,data:data11};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.remove_after !== undefined){
let data12 = data.remove_after;
if(typeof data12 !== "string"){
const err14 = {instancePath:instancePath+"/remove_after",schemaPath:"#/properties/remove_after/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema22.properties.remove_after.type,parentSchema:schema22.properties.remove_after,data:data12};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
validate20.errors = vErrors;
return errors === 0;
}

const schema23 = {"title":"the traits","type":["object","null"],"properties":{"description":{"type":"string"},"traits":{"$ref":"#/definitions/properties"},"additionalProperties":{"type":"boolean"}},"patternProperties":{"^x-":{}},"additionalProperties":false};

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema23.type},message:"must be object,null",schema:schema23.type,parentSchema:schema23,data};
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
if(!((((key0 === "description") || (key0 === "traits")) || (key0 === "additionalProperties")) || (pattern0.test(key0)))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema23,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.description !== undefined){
let data0 = data.description;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema23.properties.description.type,parentSchema:schema23.properties.description,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.traits !== undefined){
if(!(validate15(data.traits, {instancePath:instancePath+"/traits",parentData:data,parentDataProperty:"traits",rootData}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
}
if(data.additionalProperties !== undefined){
let data2 = data.additionalProperties;
if(typeof data2 !== "boolean"){
const err3 = {instancePath:instancePath+"/additionalProperties",schemaPath:"#/properties/additionalProperties/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema23.properties.additionalProperties.type,parentSchema:schema23.properties.additionalProperties,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
validate25.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="tracklint-plan" */;
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
if(data.version !== undefined){
let data1 = data.version;
if(!((data1 === 1) || (data1 === "1"))){
const err3 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/enum",keyword:"enum",params:{allowedValues: schema11.properties.version.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.version.enum,parentSchema:schema11.properties.version,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.name !== undefined){
let data2 = data.name;
if(typeof data2 !== "string"){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.name.type,parentSchema:schema11.properties.name,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.description !== undefined){
let data3 = data.description;
if(typeof data3 !== "string"){
const err5 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.description.type,parentSchema:schema11.properties.description,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.naming !== undefined){
if(!(validate11(data.naming, {instancePath:instancePath+"/naming",parentData:data,parentDataProperty:"naming",rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
if(data.vocabulary !== undefined){
if(!(validate13(data.vocabulary, {instancePath:instancePath+"/vocabulary",parentData:data,parentDataProperty:"vocabulary",rootData}))){
vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
errors = vErrors.length;
}
}
if(data.sources !== undefined){
let data6 = data.sources;
if((!(data6 && typeof data6 == "object" && !Array.isArray(data6))) && (data6 !== null)){
const err6 = {instancePath:instancePath+"/sources",schemaPath:"#/properties/sources/type",keyword:"type",params:{type: schema11.properties.sources.type},message:"must be object,null",schema:schema11.properties.sources.type,parentSchema:schema11.properties.sources,data:data6};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key1 in data6){
let data7 = data6[key1];
if((!(data7 && typeof data7 == "object" && !Array.isArray(data7))) && (data7 !== null)){
const err7 = {instancePath:instancePath+"/sources/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/source/type",keyword:"type",params:{type: schema18.type},message:"must be object,null",schema:schema18.type,parentSchema:schema18,data:data7};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key2 in data7){
if(!(((((((((key2 === "description") || (key2 === "include")) || (key2 === "exclude")) || (key2 === "sdk")) || (key2 === "origin")) || (key2 === "delivery")) || (key2 === "retention")) || (key2 === "owner")) || (pattern0.test(key2)))){
const err8 = {instancePath:instancePath+"/sources/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/source/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema18,data:data7};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data7.description !== undefined){
let data8 = data7.description;
if(typeof data8 !== "string"){
const err9 = {instancePath:instancePath+"/sources/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/definitions/source/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.description.type,parentSchema:schema18.properties.description,data:data8};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data7.include !== undefined){
let data9 = data7.include;
if((!(Array.isArray(data9))) && (typeof data9 !== "string")){
const err10 = {instancePath:instancePath+"/sources/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/include",schemaPath:"#/definitions/source/properties/include/type",keyword:"type",params:{type: schema18.properties.include.type},message:"must be array,string",schema:schema18.properties.include.type,parentSchema:schema18.properties.include,data:data9};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(Array.isArray(data9)){
const len0 = data9.length;
for(let i0=0; i0<len0; i0++){
let data10 = data9[i0];
if(typeof data10 !== "string"){
const err11 = {instancePath:instancePath+"/sources/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/include/" + i0,schemaPath:"#/definitions/source/properties/include/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.include.items.type,parentSchema:schema18.properties.include.items,data:data10};
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
if(data7.exclude !== undefined){
let data11 = data7.exclude;
if((!(Array.isArray(data11))) && (typeof data11 !== "string")){
const err12 = {instancePath:instancePath+"/sources/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/exclude",schemaPath:"#/definitions/source/properties/exclude/type",keyword:"type",params:{type: schema18.properties.exclude.type},message:"must be array,string",schema:schema18.properties.exclude.type,parentSchema:schema18.properties.exclude,data:data11};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(Array.isArray(data11)){
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
let data12 = data11[i1];
if(typeof data12 !== "string"){
const err13 = {instancePath:instancePath+"/sources/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/exclude/" + i1,schemaPath:"#/definitions/source/properties/exclude/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.exclude.items.type,parentSchema:schema18.properties.exclude.items,data:data12};
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
if(data7.sdk !== undefined){
let data13 = data7.sdk;
if((typeof data13 !== "string") && (!(Array.isArray(data13)))){
const err14 = {instancePath:instancePath+"/sources/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/sdk",schemaPath:"#/definitions/source/properties/sdk/type",keyword:"type",params:{type: schema18.properties.sdk.type},message:"must be string,array",schema:schema18.properties.sdk.type,parentSchema:schema18.properties.sdk,data:data13};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(Array.isArray(data13)){
const len2 = data13.length;
for(let i2=0; i2<len2; i2++){
let data14 = data13[i2];
if(typeof data14 !== "string"){
const err15 = {instancePath:instancePath+"/sources/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/sdk/" + i2,schemaPath:"#/definitions/source/properties/sdk/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.sdk.items.type,parentSchema:schema18.properties.sdk.items,data:data14};
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
if(data7.origin !== undefined){
let data15 = data7.origin;
if(!((data15 === "code") || (data15 === "external"))){
const err16 = {instancePath:instancePath+"/sources/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/origin",schemaPath:"#/definitions/source/properties/origin/enum",keyword:"enum",params:{allowedValues: schema18.properties.origin.enum},message:"must be equal to one of the allowed values",schema:schema18.properties.origin.enum,parentSchema:schema18.properties.origin,data:data15};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data7.delivery !== undefined){
let data16 = data7.delivery;
if(typeof data16 !== "string"){
const err17 = {instancePath:instancePath+"/sources/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/delivery",schemaPath:"#/definitions/source/properties/delivery/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.delivery.type,parentSchema:schema18.properties.delivery,data:data16};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data7.retention !== undefined){
let data17 = data7.retention;
if((typeof data17 !== "string") && (!((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))))){
const err18 = {instancePath:instancePath+"/sources/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/retention",schemaPath:"#/definitions/source/properties/retention/type",keyword:"type",params:{type: schema18.properties.retention.type},message:"must be string,integer",schema:schema18.properties.retention.type,parentSchema:schema18.properties.retention,data:data17};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data7.owner !== undefined){
let data18 = data7.owner;
if(typeof data18 !== "string"){
const err19 = {instancePath:instancePath+"/sources/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/owner",schemaPath:"#/definitions/source/properties/owner/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.owner.type,parentSchema:schema18.properties.owner,data:data18};
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
}
}
if(data.destinations !== undefined){
let data19 = data.destinations;
if((!(data19 && typeof data19 == "object" && !Array.isArray(data19))) && (data19 !== null)){
const err20 = {instancePath:instancePath+"/destinations",schemaPath:"#/properties/destinations/type",keyword:"type",params:{type: schema11.properties.destinations.type},message:"must be object,null",schema:schema11.properties.destinations.type,parentSchema:schema11.properties.destinations,data:data19};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
for(const key3 in data19){
let data20 = data19[key3];
if((!(data20 && typeof data20 == "object" && !Array.isArray(data20))) && (data20 !== null)){
const err21 = {instancePath:instancePath+"/destinations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/destination/type",keyword:"type",params:{type: schema19.type},message:"must be object,null",schema:schema19.type,parentSchema:schema19,data:data20};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
for(const key4 in data20){
if(!(((((((((key4 === "description") || (key4 === "event_name_length")) || (key4 === "property_name_length")) || (key4 === "property_count")) || (key4 === "value_length")) || (key4 === "name_pattern")) || (key4 === "reserved_names")) || (key4 === "reserved_prefixes")) || (pattern0.test(key4)))){
const err22 = {instancePath:instancePath+"/destinations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/destination/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema19,data:data20};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data20.description !== undefined){
let data21 = data20.description;
if(typeof data21 !== "string"){
const err23 = {instancePath:instancePath+"/destinations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/definitions/destination/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema19.properties.description.type,parentSchema:schema19.properties.description,data:data21};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data20.event_name_length !== undefined){
let data22 = data20.event_name_length;
if(!((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22)))){
const err24 = {instancePath:instancePath+"/destinations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/event_name_length",schemaPath:"#/definitions/destination/properties/event_name_length/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema19.properties.event_name_length.type,parentSchema:schema19.properties.event_name_length,data:data22};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(typeof data22 == "number"){
if(data22 < 1 || isNaN(data22)){
const err25 = {instancePath:instancePath+"/destinations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/event_name_length",schemaPath:"#/definitions/destination/properties/event_name_length/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema19.properties.event_name_length,data:data22};
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
if(data20.property_name_length !== undefined){
let data23 = data20.property_name_length;
if(!((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23)))){
const err26 = {instancePath:instancePath+"/destinations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/property_name_length",schemaPath:"#/definitions/destination/properties/property_name_length/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema19.properties.property_name_length.type,parentSchema:schema19.properties.property_name_length,data:data23};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(typeof data23 == "number"){
if(data23 < 1 || isNaN(data23)){
const err27 = {instancePath:instancePath+"/destinations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/property_name_length",schemaPath:"#/definitions/destination/properties/property_name_length/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema19.properties.property_name_length,data:data23};
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
if(data20.property_count !== undefined){
let data24 = data20.property_count;
if(!((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24)))){
const err28 = {instancePath:instancePath+"/destinations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/property_count",schemaPath:"#/definitions/destination/properties/property_count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema19.properties.property_count.type,parentSchema:schema19.properties.property_count,data:data24};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(typeof data24 == "number"){
if(data24 < 0 || isNaN(data24)){
const err29 = {instancePath:instancePath+"/destinations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/property_count",schemaPath:"#/definitions/destination/properties/property_count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema19.properties.property_count,data:data24};
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
if(data20.value_length !== undefined){
let data25 = data20.value_length;
if(!((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25)))){
const err30 = {instancePath:instancePath+"/destinations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/value_length",schemaPath:"#/definitions/destination/properties/value_length/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema19.properties.value_length.type,parentSchema:schema19.properties.value_length,data:data25};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(typeof data25 == "number"){
if(data25 < 0 || isNaN(data25)){
const err31 = {instancePath:instancePath+"/destinations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/value_length",schemaPath:"#/definitions/destination/properties/value_length/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema19.properties.value_length,data:data25};
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
if(data20.name_pattern !== undefined){
let data26 = data20.name_pattern;
if(typeof data26 !== "string"){
const err32 = {instancePath:instancePath+"/destinations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/name_pattern",schemaPath:"#/definitions/destination/properties/name_pattern/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema19.properties.name_pattern.type,parentSchema:schema19.properties.name_pattern,data:data26};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data20.reserved_names !== undefined){
let data27 = data20.reserved_names;
if(Array.isArray(data27)){
const len3 = data27.length;
for(let i3=0; i3<len3; i3++){
let data28 = data27[i3];
if(typeof data28 !== "string"){
const err33 = {instancePath:instancePath+"/destinations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/reserved_names/" + i3,schemaPath:"#/definitions/destination/properties/reserved_names/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema19.properties.reserved_names.items.type,parentSchema:schema19.properties.reserved_names.items,data:data28};
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
else {
const err34 = {instancePath:instancePath+"/destinations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/reserved_names",schemaPath:"#/definitions/destination/properties/reserved_names/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema19.properties.reserved_names.type,parentSchema:schema19.properties.reserved_names,data:data27};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data20.reserved_prefixes !== undefined){
let data29 = data20.reserved_prefixes;
if(Array.isArray(data29)){
const len4 = data29.length;
for(let i4=0; i4<len4; i4++){
let data30 = data29[i4];
if(typeof data30 !== "string"){
const err35 = {instancePath:instancePath+"/destinations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/reserved_prefixes/" + i4,schemaPath:"#/definitions/destination/properties/reserved_prefixes/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema19.properties.reserved_prefixes.items.type,parentSchema:schema19.properties.reserved_prefixes.items,data:data30};
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
else {
const err36 = {instancePath:instancePath+"/destinations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/reserved_prefixes",schemaPath:"#/definitions/destination/properties/reserved_prefixes/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema19.properties.reserved_prefixes.type,parentSchema:schema19.properties.reserved_prefixes,data:data29};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
}
}
}
if(data.properties !== undefined){
if(!(validate15(data.properties, {instancePath:instancePath+"/properties",parentData:data,parentDataProperty:"properties",rootData}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
}
if(data.common !== undefined){
if(!(validate15(data.common, {instancePath:instancePath+"/common",parentData:data,parentDataProperty:"common",rootData}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
}
if(data.events !== undefined){
let data33 = data.events;
if((!(data33 && typeof data33 == "object" && !Array.isArray(data33))) && (data33 !== null)){
const err37 = {instancePath:instancePath+"/events",schemaPath:"#/properties/events/type",keyword:"type",params:{type: schema11.properties.events.type},message:"must be object,null",schema:schema11.properties.events.type,parentSchema:schema11.properties.events,data:data33};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
for(const key5 in data33){
if(!(validate20(data33[key5], {instancePath:instancePath+"/events/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data33,parentDataProperty:key5,rootData}))){
vErrors = vErrors === null ? validate20.errors : vErrors.concat(validate20.errors);
errors = vErrors.length;
}
}
}
}
if(data.pages !== undefined){
let data35 = data.pages;
if((!(data35 && typeof data35 == "object" && !Array.isArray(data35))) && (data35 !== null)){
const err38 = {instancePath:instancePath+"/pages",schemaPath:"#/properties/pages/type",keyword:"type",params:{type: schema11.properties.pages.type},message:"must be object,null",schema:schema11.properties.pages.type,parentSchema:schema11.properties.pages,data:data35};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
for(const key6 in data35){
if(!(validate20(data35[key6], {instancePath:instancePath+"/pages/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data35,parentDataProperty:key6,rootData}))){
vErrors = vErrors === null ? validate20.errors : vErrors.concat(validate20.errors);
errors = vErrors.length;
}
}
}
}
if(data.screens !== undefined){
let data37 = data.screens;
if((!(data37 && typeof data37 == "object" && !Array.isArray(data37))) && (data37 !== null)){
const err39 = {instancePath:instancePath+"/screens",schemaPath:"#/properties/screens/type",keyword:"type",params:{type: schema11.properties.screens.type},message:"must be object,null",schema:schema11.properties.screens.type,parentSchema:schema11.properties.screens,data:data37};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
for(const key7 in data37){
if(!(validate20(data37[key7], {instancePath:instancePath+"/screens/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data37,parentDataProperty:key7,rootData}))){
vErrors = vErrors === null ? validate20.errors : vErrors.concat(validate20.errors);
errors = vErrors.length;
}
}
}
}
if(data.identify !== undefined){
if(!(validate25(data.identify, {instancePath:instancePath+"/identify",parentData:data,parentDataProperty:"identify",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.group !== undefined){
if(!(validate25(data.group, {instancePath:instancePath+"/group",parentData:data,parentDataProperty:"group",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.metrics !== undefined){
let data41 = data.metrics;
if((!(data41 && typeof data41 == "object" && !Array.isArray(data41))) && (data41 !== null)){
const err40 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/type",keyword:"type",params:{type: schema11.properties.metrics.type},message:"must be object,null",schema:schema11.properties.metrics.type,parentSchema:schema11.properties.metrics,data:data41};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
for(const key8 in data41){
let data42 = data41[key8];
if(typeof data42 != "object"){
const err41 = {instancePath:instancePath+"/metrics/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/metric/type",keyword:"type",params:{type: schema24.type},message:"must be object,array,null",schema:schema24.type,parentSchema:schema24,data:data42};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(Array.isArray(data42)){
const len5 = data42.length;
for(let i5=0; i5<len5; i5++){
let data43 = data42[i5];
if(typeof data43 !== "string"){
const err42 = {instancePath:instancePath+"/metrics/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i5,schemaPath:"#/definitions/metric/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema24.items.type,parentSchema:schema24.items,data:data43};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
for(const key9 in data42){
if(!(((((key9 === "kind") || (key9 === "description")) || (key9 === "events")) || (key9 === "owner")) || (pattern0.test(key9)))){
const err43 = {instancePath:instancePath+"/metrics/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/metric/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties",schema:false,parentSchema:schema24,data:data42};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data42.kind !== undefined){
let data44 = data42.kind;
if(typeof data44 !== "string"){
const err44 = {instancePath:instancePath+"/metrics/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/kind",schemaPath:"#/definitions/metric/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema24.properties.kind.type,parentSchema:schema24.properties.kind,data:data44};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data42.description !== undefined){
let data45 = data42.description;
if(typeof data45 !== "string"){
const err45 = {instancePath:instancePath+"/metrics/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/definitions/metric/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema24.properties.description.type,parentSchema:schema24.properties.description,data:data45};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data42.events !== undefined){
let data46 = data42.events;
if((!(Array.isArray(data46))) && (typeof data46 !== "string")){
const err46 = {instancePath:instancePath+"/metrics/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/events",schemaPath:"#/definitions/metric/properties/events/type",keyword:"type",params:{type: schema24.properties.events.type},message:"must be array,string",schema:schema24.properties.events.type,parentSchema:schema24.properties.events,data:data46};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(Array.isArray(data46)){
const len6 = data46.length;
for(let i6=0; i6<len6; i6++){
let data47 = data46[i6];
if(typeof data47 !== "string"){
const err47 = {instancePath:instancePath+"/metrics/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/events/" + i6,schemaPath:"#/definitions/metric/properties/events/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema24.properties.events.items.type,parentSchema:schema24.properties.events.items,data:data47};
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
if(data42.owner !== undefined){
let data48 = data42.owner;
if(typeof data48 !== "string"){
const err48 = {instancePath:instancePath+"/metrics/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/owner",schemaPath:"#/definitions/metric/properties/owner/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema24.properties.owner.type,parentSchema:schema24.properties.owner,data:data48};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
}
}
}
if(data.funnels !== undefined){
let data49 = data.funnels;
if((!(data49 && typeof data49 == "object" && !Array.isArray(data49))) && (data49 !== null)){
const err49 = {instancePath:instancePath+"/funnels",schemaPath:"#/properties/funnels/type",keyword:"type",params:{type: schema11.properties.funnels.type},message:"must be object,null",schema:schema11.properties.funnels.type,parentSchema:schema11.properties.funnels,data:data49};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(data49 && typeof data49 == "object" && !Array.isArray(data49)){
for(const key10 in data49){
let data50 = data49[key10];
if(typeof data50 != "object"){
const err50 = {instancePath:instancePath+"/funnels/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/funnel/type",keyword:"type",params:{type: schema25.type},message:"must be array,object,null",schema:schema25.type,parentSchema:schema25,data:data50};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(Array.isArray(data50)){
const len7 = data50.length;
for(let i7=0; i7<len7; i7++){
let data51 = data50[i7];
if(typeof data51 !== "string"){
const err51 = {instancePath:instancePath+"/funnels/" + key10.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i7,schemaPath:"#/definitions/funnel/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema25.items.type,parentSchema:schema25.items,data:data51};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
if(data50 && typeof data50 == "object" && !Array.isArray(data50)){
for(const key11 in data50){
if(!((((key11 === "description") || (key11 === "steps")) || (key11 === "owner")) || (pattern0.test(key11)))){
const err52 = {instancePath:instancePath+"/funnels/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/funnel/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties",schema:false,parentSchema:schema25,data:data50};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data50.description !== undefined){
let data52 = data50.description;
if(typeof data52 !== "string"){
const err53 = {instancePath:instancePath+"/funnels/" + key10.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/definitions/funnel/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema25.properties.description.type,parentSchema:schema25.properties.description,data:data52};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data50.steps !== undefined){
let data53 = data50.steps;
if(Array.isArray(data53)){
const len8 = data53.length;
for(let i8=0; i8<len8; i8++){
let data54 = data53[i8];
if(typeof data54 !== "string"){
const err54 = {instancePath:instancePath+"/funnels/" + key10.replace(/~/g, "~0").replace(/\//g, "~1")+"/steps/" + i8,schemaPath:"#/definitions/funnel/properties/steps/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema25.properties.steps.items.type,parentSchema:schema25.properties.steps.items,data:data54};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath:instancePath+"/funnels/" + key10.replace(/~/g, "~0").replace(/\//g, "~1")+"/steps",schemaPath:"#/definitions/funnel/properties/steps/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema25.properties.steps.type,parentSchema:schema25.properties.steps,data:data53};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data50.owner !== undefined){
let data55 = data50.owner;
if(typeof data55 !== "string"){
const err56 = {instancePath:instancePath+"/funnels/" + key10.replace(/~/g, "~0").replace(/\//g, "~1")+"/owner",schemaPath:"#/definitions/funnel/properties/owner/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema25.properties.owner.type,parentSchema:schema25.properties.owner,data:data55};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
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

